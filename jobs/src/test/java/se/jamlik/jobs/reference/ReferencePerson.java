package se.jamlik.jobs.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that happened to one person, and what it amounts to in a period. */
final class ReferencePerson {
  private static final Set<String> PRIMARY_CARE_CONTACTS =
      Set.of("MOTTAGNING", "HEMBESOK", "DISTANS_VIDEO", "DISTANS_TELEFON");
  private static final BigDecimal LONGEST_MONTH_IN_HOURS = BigDecimal.valueOf(744);
  private static final BigDecimal EXTENSIVE_HOURS = BigDecimal.valueOf(25);

  /** The person's rows by table; a table without rows may be left out. */
  record Rows(Map<String, List<ReferenceRow>> byTable) {
    List<ReferenceRow> of(String table) {
      return byTable.getOrDefault(table, List.of());
    }
  }

  private record Diagnosis(LocalDate date, String code) {}

  private final Rows rows;
  private final @Nullable LocalDate died;
  private final LocalDate dataThrough;
  private final List<ReferenceStays.Stay> stays;
  private final List<ReferenceDrugs.Dispensing> dispensings;
  private final List<Diagnosis> inpatientDiagnoses = new ArrayList<>();
  private final List<Diagnosis> diagnoses = new ArrayList<>();

  ReferencePerson(Rows rows, @Nullable LocalDate died, LocalDate dataThrough) {
    this.rows = rows;
    this.died = died;
    this.dataThrough = dataThrough;
    stays = ReferenceStays.of(rows.of("par_slutenvard"), dataThrough);
    dispensings = ReferenceDrugs.of(rows.of("lmed"));
    rows.of("par_slutenvard")
        .forEach(row -> addDiagnoses(inpatientDiagnoses, inpatientDate(row), row));
    diagnoses.addAll(inpatientDiagnoses);
    rows.of("par_oppenvard").forEach(row -> addDiagnoses(diagnoses, row.date("indatum"), row));
    rows.of("pv_kontakt").forEach(row -> addDiagnoses(diagnoses, row.date("kontaktdatum"), row));
  }

  /** The day of discharge, and while the row is open the day of admission. */
  static LocalDate inpatientDate(ReferenceRow row) {
    return row.isNull("utdatum") ? row.date("indatum") : row.date("utdatum");
  }

  private static void addDiagnoses(List<Diagnosis> diagnoses, LocalDate date, ReferenceRow row) {
    List<@Nullable String> codes = new ArrayList<>(row.list("dia"));
    if (row.table().has("hdia")) {
      codes.add(row.text("hdia"));
    }
    codes.stream()
        .filter(ReferenceValues::isMatchable)
        .forEach(code -> diagnoses.add(new Diagnosis(date, code)));
  }

  /** Codes of all care in the five years that end with the measure day. */
  Set<String> codesInLookBack(ReferencePeriod period) {
    return codes(diagnoses, period::looksBackOn);
  }

  private static Set<String> codes(List<Diagnosis> diagnoses, Predicate<LocalDate> isWanted) {
    Set<String> codes = new HashSet<>();
    diagnoses.stream()
        .filter(diagnosis -> isWanted.test(diagnosis.date()))
        .forEach(diagnosis -> codes.add(diagnosis.code()));
    return codes;
  }

  long admissions(ReferencePeriod period) {
    return stays.stream().filter(stay -> period.holds(stay.admitted())).count();
  }

  long avoidableAdmissions(ReferencePeriod period, ReferenceConditions conditions) {
    return stays.stream()
        .filter(
            stay -> period.holds(stay.admitted()) && conditions.isAvoidable(stay.mainDiagnosis()))
        .count();
  }

  /** Discharges in the period that may be followed by a readmission, with 30 days of follow-up. */
  List<ReferenceStays.Stay> indexDischarges(ReferencePeriod period) {
    return stays.stream().filter(stay -> isIndex(stay, period)).toList();
  }

  private boolean isIndex(ReferenceStays.Stay stay, ReferencePeriod period) {
    LocalDate discharged = stay.discharged();
    return discharged != null
        && period.holds(discharged)
        && !discharged.plusDays(30).isAfter(dataThrough)
        && !Objects.equals(stay.dischargedTo(), 4)
        && (died == null || died.isAfter(discharged))
        && !ReferenceConditions.isExcludedFromReadmission(stay.mainDiagnosis());
  }

  long readmittedDischarges(ReferencePeriod period) {
    return indexDischarges(period).stream()
        .filter(stay -> isReadmittedAfter(stay.discharged()))
        .count();
  }

  private boolean isReadmittedAfter(LocalDate discharged) {
    return stays.stream()
        .anyMatch(
            stay ->
                stay.isUnplanned()
                    && stay.admitted().isAfter(discharged)
                    && !stay.admitted().isAfter(discharged.plusDays(30)));
  }

  long emergencyVisits(ReferencePeriod period) {
    return visits(period).filter(row -> Objects.equals(row.integer("akut"), 1)).count();
  }

  private Stream<ReferenceRow> visits(ReferencePeriod period) {
    return rows.of("par_oppenvard").stream().filter(row -> period.holds(row.date("indatum")));
  }

  int drugsInUse(ReferencePeriod period) {
    return ReferenceDrugs.inUseOn(period.measureDay(), dispensings).size();
  }

  boolean hasExtensiveHealthCare(ReferencePeriod period) {
    long admissions = admissions(period);
    long bedDays = stays.stream().mapToLong(stay -> stay.bedDaysIn(period)).sum();
    long doctorVisits =
        visits(period)
            .filter(row -> row.isNull("yrke") || "LAKARE".equals(row.text("yrke")))
            .count();
    boolean isMultimorbid =
        admissions >= 3
            && ReferenceConditions.spanThreeChapters(codes(inpatientDiagnoses, period::holds));
    return isMultimorbid || bedDays > 19 || admissions > 3 || doctorVisits > 7;
  }

  boolean hasExtensiveSocialCare(ReferencePeriod period) {
    boolean hasHousing =
        rows.of("sol").stream()
            .anyMatch(
                row ->
                    Set.of("SABO", "KORTTID").contains(row.text("insats"))
                        && hasDayIn(period, row));
    boolean hasManyHours =
        period.monthEnds().stream()
            .anyMatch(day -> homeCareHoursOn(day).compareTo(EXTENSIVE_HOURS) >= 0);
    boolean hasAssistance =
        rows.of("lss").stream()
            .anyMatch(row -> row.integer("insats") == 2 && hasDayIn(period, row));
    return hasHousing || hasManyHours || hasAssistance;
  }

  /** The first day after an interval: its tom or the day of death, whichever comes first. */
  private LocalDate endOf(ReferenceRow decision) {
    LocalDate end = decision.isNull("tom") ? LocalDate.MAX : decision.date("tom");
    return died != null && died.isBefore(end) ? died : end;
  }

  private boolean hasDayIn(ReferencePeriod period, ReferenceRow decision) {
    return period.meets(decision.date("fom"), endOf(decision).minusDays(1));
  }

  private Stream<ReferenceRow> homeCareOn(LocalDate day) {
    return rows.of("sol").stream()
        .filter(row -> "HEMTJANST".equals(row.text("insats")))
        .filter(row -> !row.date("fom").isAfter(day) && endOf(row).isAfter(day));
  }

  long homeCareMonths(ReferencePeriod period) {
    return period.monthEnds().stream().filter(day -> homeCareOn(day).findAny().isPresent()).count();
  }

  private BigDecimal homeCareHoursOn(LocalDate day) {
    return homeCareOn(day)
        .map(row -> row.decimal("timmar_man"))
        .filter(
            hours ->
                hours != null
                    && hours.compareTo(BigDecimal.ONE) >= 0
                    && hours.compareTo(LONGEST_MONTH_IN_HOURS) <= 0)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  boolean hasBothMunicipalAndRegionalCare(ReferencePeriod period) {
    boolean isMunicipal =
        Stream.concat(rows.of("sol").stream(), rows.of("lss").stream())
                .anyMatch(row -> hasDayIn(period, row))
            || rows.of("khsl").stream().anyMatch(row -> period.holds(row.date("datum")));
    boolean isRegional =
        stays.stream().anyMatch(stay -> period.meets(stay.admitted(), stay.lastDay()))
            || visits(period).findAny().isPresent()
            || rows.of("pv_kontakt").stream()
                .anyMatch(
                    row ->
                        period.holds(row.date("kontaktdatum"))
                            && row.text("kontakttyp") != null
                            && PRIMARY_CARE_CONTACTS.contains(row.text("kontakttyp")));
    return isMunicipal && isRegional;
  }

  boolean hasEconomicAssistance(ReferencePeriod period) {
    return rows.of("eb").stream()
        .anyMatch(row -> period.holds(((YearMonth) row.value("manad")).atDay(1)));
  }
}
