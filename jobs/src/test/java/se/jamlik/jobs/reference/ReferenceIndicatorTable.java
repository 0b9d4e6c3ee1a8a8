package se.jamlik.jobs.reference;

import static se.jamlik.jobs.reference.ReferenceIndicator.Population.everybody;
import static se.jamlik.jobs.reference.ReferenceIndicator.Population.meanPopulation;
import static se.jamlik.jobs.reference.ReferenceIndicator.Population.residents;
import static se.jamlik.jobs.reference.ReferenceIndicator.Trait.BASED_ON_CONDITIONS;
import static se.jamlik.jobs.reference.ReferenceIndicator.Trait.POOLED_BY_DESO;
import static se.jamlik.jobs.reference.ReferenceIndicator.Trait.RARE;
import static se.jamlik.jobs.reference.ReferenceIndicator.summing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import se.jamlik.jobs.reference.ReferenceIndicator.Measure;
import se.jamlik.jobs.reference.ReferenceIndicator.Population;
import se.jamlik.jobs.reference.ReferenceStatistics.Kind;

/** The table of section 3 of the measures, line by line. */
final class ReferenceIndicatorTable {
  private static final Measure PERCENT = new Measure(Kind.PROPORTION, "%", 100);
  private static final Measure PER_THOUSAND = new Measure(Kind.PROPORTION, "per 1 000", 1_000);
  private static final Measure RATE = new Measure(Kind.RATE, "per 100 000", 100_000);
  private static final Measure RATIO = new Measure(Kind.RATIO, "%", 100);
  private static final Measure MEAN_PERCENT = new Measure(Kind.MEAN, "%", 100);
  private static final Measure MEAN_INDEX = new Measure(Kind.MEAN, "index", 1);
  private static final Measure COST = new Measure(Kind.SHARE, "% of cost", 100);
  private static final BigDecimal FRAIL = BigDecimal.valueOf(15);

  private static final ReferenceCodeList INAPPROPRIATE =
      ReferenceCodeList.named("inappropriate_drugs_75");
  private static final ReferenceCodeList PSYCHOTROPIC = ReferenceCodeList.named("psykofarmaka_any");
  private static final ReferenceCodeList ADHD = ReferenceCodeList.named("adhd_drugs");

  private ReferenceIndicatorTable() {}

  private static ReferenceIndicator percent(
      String id, Population population, Predicate<ReferenceFacts> isCounted) {
    return counting(id, PERCENT, population, isCounted);
  }

  private static ReferenceIndicator counting(
      String id, Measure measure, Population population, Predicate<ReferenceFacts> isCounted) {
    return summing(id, measure, population, facts -> isCounted.test(facts) ? 1 : 0);
  }

  static List<ReferenceIndicator> all() {
    List<ReferenceIndicator> lines = new ArrayList<>();
    lines.addAll(illness());
    lines.addAll(extensiveCare());
    lines.addAll(drugs());
    lines.addAll(hospital());
    lines.addAll(discharges());
    lines.addAll(primaryCare());
    lines.addAll(young());
    lines.addAll(municipal());
    return lines;
  }

  private static List<ReferenceIndicator> illness() {
    return List.of(
        percent("MM2", residents(), facts -> facts.illness().conditions().size() >= 2)
            .being(BASED_ON_CONDITIONS, POOLED_BY_DESO),
        percent("MM3", residents(), facts -> facts.illness().conditions().size() >= 3)
            .being(BASED_ON_CONDITIONS, POOLED_BY_DESO),
        percent(
                "MMPM",
                residents(),
                facts -> ReferenceConditions.hasMentalAndOther(facts.illness().conditions()))
            .being(BASED_ON_CONDITIONS),
        percent("CCI3", residents().aged(18), facts -> facts.illness().charlson() >= 3)
            .being(BASED_ON_CONDITIONS),
        percent(
            "HFRS15",
            everybody().aged(75).who(facts -> facts.hospital().isUnplanned()),
            facts -> facts.illness().frailty().compareTo(FRAIL) > 0),
        percent("MS75", residents().aged(75), facts -> facts.hospital().isMultimorbid()));
  }

  private static List<ReferenceIndicator> extensiveCare() {
    return List.of(
        percent("MSA65_CARE", residents().aged(65), facts -> facts.hospital().isExtensive()),
        percent("MSA65_SOCIAL", residents().aged(65), facts -> facts.municipal().isExtensive())
            .needing("sol", "lss"),
        percent("MSA65_CORE", residents().aged(65), ReferenceFacts::isCore).needing("sol", "lss"),
        percent("MSA65", residents().aged(65), ReferenceFacts::isExtensive)
            .needing("sol", "lss")
            .being(POOLED_BY_DESO),
        percent("BOTH65", residents().aged(65), facts -> facts.municipal().isBesideRegional())
            .needing("sol", "lss", "khsl"),
        percent(
                "SIPCORE",
                residents().aged(65).who(ReferenceFacts::isCore),
                facts -> facts.municipal().hasPlan())
            .needing("sol", "lss", "sip"));
  }

  private static List<ReferenceIndicator> drugs() {
    return List.of(
        percent("POLY5", residents().aged(75), facts -> facts.drugs().inUse().size() >= 5),
        percent("POLY10", residents().aged(75), facts -> facts.drugs().inUse().size() >= 10),
        percent(
            "OLAMP75", residents().aged(75), facts -> facts.drugs().inUseOf(INAPPROPRIATE) >= 1),
        percent("ANTIPSY75", residents().aged(75), facts -> facts.drugs().isAntipsychoticInUse()));
  }

  private static List<ReferenceIndicator> hospital() {
    return List.of(
        summing("FALL65", RATE, meanPopulation().aged(65), facts -> facts.hospital().afterFalls())
            .being(RARE),
        summing("PAVERK", RATE, meanPopulation().aged(20), facts -> facts.hospital().avoidable())
            .being(POOLED_BY_DESO),
        summing(
            "ED80",
            new Measure(Kind.RATIO, "per 1 000", 1_000),
            meanPopulation().aged(80),
            facts -> facts.clinics().emergencyVisits()),
        summing(
                "EDHC",
                new Measure(Kind.RATIO, "per 100", 100),
                everybody()
                    .who(facts -> facts.municipal().homeCareMonths() >= 1)
                    .per(facts -> facts.municipal().homeCareMonths() / 12.0),
                facts -> facts.clinics().emergencyVisits())
            .needing("sol"),
        counting(
                "SELFHARM10_24",
                RATE,
                meanPopulation().aged(10, 24),
                facts -> facts.hospital().isSelfHarm())
            .being(RARE));
  }

  private static List<ReferenceIndicator> discharges() {
    return List.of(
        summing(
            "READM30",
            RATIO,
            everybody().aged(65).per(facts -> facts.discharges().followed30()),
            facts -> facts.discharges().readmitted()),
        summing(
            "PCFU14",
            RATIO,
            everybody().aged(65).per(facts -> facts.discharges().followed14()),
            facts -> facts.discharges().metInPrimaryCare()),
        summing(
                "TTFV72",
                RATIO,
                everybody().per(facts -> facts.discharges().toMunicipalCare()),
                facts -> facts.discharges().metByMunicipalCare())
            .needing("sol", "khsl"),
        summing(
                "UKDAYS",
                new Measure(Kind.RATIO, "days per 1 000", 1_000),
                meanPopulation().aged(65),
                facts -> facts.discharges().daysReady())
            .needing("utskrivningsklar"),
        summing(
                "UKMEAN",
                new Measure(Kind.RATIO, "days", 1),
                everybody().per(facts -> facts.discharges().ready()),
                facts -> facts.discharges().daysReady())
            .needing("utskrivningsklar"));
  }

  private static List<ReferenceIndicator> primaryCare() {
    Population threeContacts =
        everybody().who(facts -> facts.clinics().continuity().contacts() >= 3);
    return List.of(
        percent(
                "FLK",
                residents().who(facts -> facts.clinics().isListed()),
                facts -> facts.clinics().hasNamedDoctor())
            .needing("pv_listning"),
        summing("COC", MEAN_INDEX, threeContacts, facts -> facts.clinics().continuity().coc()),
        summing("SECON", MEAN_INDEX, threeContacts, facts -> facts.clinics().continuity().secon()),
        percent(
            "UPC50", threeContacts, facts -> facts.clinics().continuity().isHalfWithOneDoctor()),
        percent(
                "GAP",
                residents().who(facts -> facts.illness().conditions().size() >= 3),
                facts -> !facts.clinics().meetsDoctorOrNurse())
            .being(BASED_ON_CONDITIONS));
  }

  private static List<ReferenceIndicator> young() {
    return List.of(
        percent(
            "PSYK0_19",
            residents().aged(0, 19),
            facts ->
                facts.clinics().hasMentalDiagnosis()
                    || facts.drugs().isDispensed(PSYCHOTROPIC)
                    || facts.clinics().isInPsychiatry()),
        percent("PSYKSPEC0_17", residents().aged(0, 17), facts -> facts.clinics().isInPsychiatry()),
        percent(
            "PSYKSPEC18_24", residents().aged(18, 24), facts -> facts.clinics().isInPsychiatry()),
        percent("ADHD10_17", residents().aged(10, 17), facts -> facts.drugs().isDispensed(ADHD)),
        percent(
            "ANTIDEP10_17", residents().aged(10, 17), facts -> facts.drugs().isDispensed("N06A")),
        percent(
            "ANTIDEP18_24", residents().aged(18, 24), facts -> facts.drugs().isDispensed("N06A")),
        counting(
                "PLAC0_20",
                PER_THOUSAND,
                residents().aged(0, 20),
                facts -> facts.municipal().isPlaced())
            .needing("bu")
            .being(RARE),
        percent("EBBARN", residents().aged(0, 17), facts -> facts.households().hasAnyAssistance())
            .needing("eb"));
  }

  private static List<ReferenceIndicator> municipal() {
    return List.of(
        percent("EB", residents(), facts -> facts.households().hasOwnAssistance())
            .needing("eb")
            .being(POOLED_BY_DESO),
        homeCare("HTJ65", 65),
        homeCare("HTJ80", 80),
        summing(
                "SABO80",
                MEAN_PERCENT,
                residents().aged(80),
                facts -> facts.municipal().housingMonths() / 12.0)
            .needing("sol"),
        percent("KHSL65", residents().aged(65), facts -> facts.municipal().hasAct())
            .needing("khsl"),
        costOfTheCostliest("HNHC1"),
        costOfTheCostliest("HNHC5"),
        costOfTheCostliest("HNHC10"));
  }

  private static ReferenceIndicator homeCare(String id, int age) {
    return summing(
            id,
            MEAN_PERCENT,
            residents().aged(age),
            facts -> facts.municipal().homeCareMonths() / 12.0)
        .needing("sol");
  }

  private static ReferenceIndicator costOfTheCostliest(String id) {
    return summing(
            id,
            COST,
            residents().per(facts -> facts.cost().doubleValue()),
            facts -> facts.cost().doubleValue())
        .needing("sol", "khsl");
  }
}
