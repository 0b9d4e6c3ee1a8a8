package se.jamlik.jobs.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.jamlik.jobs.reference.ReferenceStays.Stay;

/** Everything that happened to one person, and what it amounts to in a period. */
final class ReferencePerson {
  private static final long EXTENSIVE_DOCTOR_VISITS = 7;

  /** The person's rows by table; a table without rows may be left out. */
  record Rows(Map<String, List<ReferenceRow>> byTable) {
    List<ReferenceRow> of(String table) {
      return byTable.getOrDefault(table, List.of());
    }
  }

  private record Diagnosis(LocalDate date, String code) {}

  private final Rows rows;
  private final @Nullable LocalDate died;
  private final ReferenceHospital hospital;
  private final ReferencePrimaryCare primaryCare;
  private final ReferenceMunicipalCare municipalCare;
  private final List<ReferenceDrugs.Dispensing> dispensings;
  private final List<Diagnosis> diagnoses = new ArrayList<>();

  ReferencePerson(Rows rows, @Nullable LocalDate died, LocalDate dataThrough) {
    this.rows = rows;
    this.died = died;
    hospital = new ReferenceHospital(rows.of("par_slutenvard"), died, dataThrough);
    primaryCare = new ReferencePrimaryCare(rows.of("pv_kontakt"));
    municipalCare = new ReferenceMunicipalCare(rows, died);
    dispensings = ReferenceDrugs.of(rows.of("lmed"));
    rows.of("par_slutenvard")
        .forEach(row -> addDiagnoses(ReferenceHospital.diagnosisDate(row), row));
    rows.of("par_oppenvard").forEach(row -> addDiagnoses(row.date("indatum"), row));
    rows.of("pv_kontakt").forEach(row -> addDiagnoses(row.date("kontaktdatum"), row));
  }

  private void addDiagnoses(LocalDate date, ReferenceRow row) {
    List<@Nullable String> codes = new ArrayList<>(row.list("dia"));
    if (row.table().has("hdia")) {
      codes.add(row.text("hdia"));
    }
    ReferenceConditions.matchable(codes).forEach(code -> diagnoses.add(new Diagnosis(date, code)));
  }

  ReferenceHospital hospital() {
    return hospital;
  }

  ReferencePrimaryCare primaryCare() {
    return primaryCare;
  }

  ReferenceMunicipalCare municipalCare() {
    return municipalCare;
  }

  /** Codes of all care in the five years that end with the measure day. */
  Set<String> codesInLookBack(ReferencePeriod period) {
    return codes(day -> period.looksBackOn(day, 5));
  }

  private Set<String> codes(Predicate<LocalDate> isWanted) {
    Set<String> codes = new HashSet<>();
    diagnoses.stream()
        .filter(diagnosis -> isWanted.test(diagnosis.date()))
        .forEach(diagnosis -> codes.add(diagnosis.code()));
    return codes;
  }

  private Stream<ReferenceRow> visits(ReferencePeriod period) {
    return rows.of("par_oppenvard").stream().filter(row -> period.holds(row.date("indatum")));
  }

  private static boolean isEmergency(ReferenceRow visit) {
    return Objects.equals(visit.integer("akut"), 1);
  }

  long emergencyVisits(ReferencePeriod period) {
    return visits(period).filter(ReferencePerson::isEmergency).count();
  }

  Set<String> drugsInUse(ReferencePeriod period) {
    return ReferenceDrugs.inUseOn(period.measureDay(), dispensings);
  }

  /** The drugs dispensed in the period, after corrections. */
  Set<String> drugsDispensed(ReferencePeriod period) {
    Set<String> drugs = new HashSet<>();
    dispensings.stream()
        .filter(dispensing -> period.holds(dispensing.from()))
        .forEach(dispensing -> drugs.add(dispensing.atc()));
    return drugs;
  }

  boolean hasExtensiveHealthCare(ReferencePeriod period) {
    long doctorVisits =
        visits(period)
            .filter(row -> row.isNull("yrke") || "LAKARE".equals(row.text("yrke")))
            .count();
    return hospital.isExtensive(period) || doctorVisits > EXTENSIVE_DOCTOR_VISITS;
  }

  boolean hasBothMunicipalAndRegionalCare(ReferencePeriod period) {
    boolean isMunicipal = municipalCare.hasServiceDay(period) || municipalCare.hasAct(period);
    boolean isRegional =
        hospital.hasStayDay(period)
            || visits(period).findAny().isPresent()
            || primaryCare.hasContact(period);
    return isMunicipal && isRegional;
  }

  /** Discharges followed by a contact in primary care on one of the next fourteen days. */
  long dischargesMetInPrimaryCare(ReferencePeriod period) {
    return hospital.indexDischarges(period, 14).stream()
        .map(Stay::discharged)
        .filter(day -> primaryCare.meetsDoctorOrNurse(day.plusDays(1), day.plusDays(14)))
        .count();
  }

  /** Discharges home of those whom the municipality cared for before the admission. */
  List<Stay> dischargesToMunicipalCare(ReferencePeriod period) {
    return hospital.discharges(period, 3).stream()
        .filter(stay -> Objects.equals(stay.dischargedTo(), 3))
        .filter(stay -> isCaredForBefore(stay.admitted()))
        .toList();
  }

  private boolean isCaredForBefore(LocalDate admitted) {
    return municipalCare.hasHomeCareOn(admitted.minusDays(1))
        || municipalCare.hasAct(admitted.minusDays(90), admitted.minusDays(1));
  }

  long dischargesMetByMunicipalCare(ReferencePeriod period) {
    return dischargesToMunicipalCare(period).stream()
        .map(Stay::discharged)
        .filter(day -> municipalCare.hasAct(day, day.plusDays(3)))
        .count();
  }

  /** F10-F99 in any care of the period, also in contacts of every kind. */
  boolean hasMentalDiagnosis(ReferencePeriod period) {
    return codes(period::holds).stream()
        .anyMatch(code -> ReferenceConditions.isWithin(code, "F10", "F99"));
  }

  boolean isInPsychiatry(ReferencePeriod period) {
    return hospital.hasPsychiatricDay(period)
        || visits(period).anyMatch(ReferenceHospital::isPsychiatry);
  }

  private Stream<ReferenceRow> listingsOn(LocalDate day) {
    return rows.of("pv_listning").stream()
        .filter(row -> !row.date("fom").isAfter(day))
        .filter(row -> ReferenceMunicipalCare.endOf(row.date("tom"), died).isAfter(day));
  }

  boolean isListedOn(LocalDate day) {
    return listingsOn(day).findAny().isPresent();
  }

  /** A doctor is named in a listing of that day, from and until days that may be open. */
  boolean hasNamedDoctorOn(LocalDate day) {
    return listingsOn(day)
        .filter(row -> !row.isNull("fast_lakare"))
        .filter(row -> row.isNull("fast_lakare_fom") || !row.date("fast_lakare_fom").isAfter(day))
        .anyMatch(row -> row.isNull("fast_lakare_tom") || row.date("fast_lakare_tom").isAfter(day));
  }

  /** In SEK, at the settings' placeholders. */
  BigDecimal cost(ReferencePeriod period) {
    Map<Boolean, Long> contacts = primaryCare.contactsByWhetherWithDoctor(period);
    long visits = visits(period).count();
    long emergencyVisits = emergencyVisits(period);
    long whole =
        11_000 * hospital.bedDays(period)
            + 10_000 * hospital.admissions(period)
            + 4_500 * emergencyVisits
            + 4_000 * (visits - emergencyVisits)
            + 2_300 * contacts.get(true)
            + 900 * contacts.get(false)
            + 2_700 * municipalCare.days(period, "SABO")
            + 3_400 * municipalCare.days(period, "KORTTID")
            + 700 * municipalCare.acts(period);
    return BigDecimal.valueOf(whole)
        .add(municipalCare.homeCareHours(period).multiply(BigDecimal.valueOf(550)));
  }
}
