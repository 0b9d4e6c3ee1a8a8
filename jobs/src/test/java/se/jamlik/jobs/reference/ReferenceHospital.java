package se.jamlik.jobs.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.jamlik.jobs.reference.ReferenceStays.Stay;

/** One person's inpatient rows, and the stays that they make. */
final class ReferenceHospital {
  private static final long EXTENSIVE_BED_DAYS = 19;
  private static final long EXTENSIVE_ADMISSIONS = 3;

  private final List<ReferenceRow> rows;
  private final @Nullable LocalDate died;
  private final LocalDate dataThrough;
  private final List<Stay> stays;

  ReferenceHospital(
      List<ReferenceRow> inpatientRows, @Nullable LocalDate died, LocalDate dataThrough) {
    rows = ReferenceStays.inOrder(inpatientRows);
    this.died = died;
    this.dataThrough = dataThrough;
    stays = ReferenceStays.of(inpatientRows, dataThrough);
  }

  /** The day of discharge, and while the row is open the day of admission. */
  static LocalDate diagnosisDate(ReferenceRow row) {
    return row.isNull("utdatum") ? row.date("indatum") : row.date("utdatum");
  }

  private long admissionsThat(ReferencePeriod period, Predicate<Stay> isCounted) {
    return stays.stream().filter(stay -> period.holds(stay.admitted())).filter(isCounted).count();
  }

  long admissions(ReferencePeriod period) {
    return admissionsThat(period, any -> true);
  }

  boolean hasUnplannedAdmission(ReferencePeriod period) {
    return admissionsThat(period, Stay::isUnplanned) > 0;
  }

  long avoidableAdmissions(ReferencePeriod period, ReferenceConditions conditions) {
    return admissionsThat(period, stay -> conditions.isAvoidable(stay.mainDiagnosis()));
  }

  long admissionsAfterFalls(ReferencePeriod period) {
    return admissionsThat(period, Stay::isAfterFall);
  }

  long bedDays(ReferencePeriod period) {
    return stays.stream().mapToLong(stay -> stay.bedDaysIn(period)).sum();
  }

  boolean hasStayDay(ReferencePeriod period) {
    return stays.stream().anyMatch(stay -> period.meets(stay.admitted(), stay.lastDay()));
  }

  /** Three admissions, and three diagnoses of three chapters. */
  boolean isMultimorbid(ReferencePeriod period) {
    Set<String> codes = new HashSet<>();
    for (ReferenceRow row : rows) {
      if (period.holds(diagnosisDate(row))) {
        codes.addAll(diagnoses(row));
      }
    }
    return admissions(period) >= 3 && ReferenceConditions.spanThreeChapters(codes);
  }

  private static List<String> diagnoses(ReferenceRow row) {
    List<@Nullable String> codes = new ArrayList<>(row.list("dia"));
    codes.add(row.text("hdia"));
    return ReferenceConditions.matchable(codes);
  }

  boolean isExtensive(ReferencePeriod period) {
    return isMultimorbid(period)
        || bedDays(period) > EXTENSIVE_BED_DAYS
        || admissions(period) > EXTENSIVE_ADMISSIONS;
  }

  /** Diagnoses and external causes of the two years that end with the measure day. */
  Set<String> codesOfTwoYears(ReferencePeriod period) {
    Set<String> codes = new HashSet<>();
    for (ReferenceRow row : rows) {
      if (period.looksBackOn(diagnosisDate(row), 2)) {
        codes.addAll(diagnoses(row));
        codes.addAll(ReferenceConditions.matchable(row.list("ekod")));
      }
    }
    return codes;
  }

  /** Discharges in the period that are known to have been followed for that many days. */
  List<Stay> discharges(ReferencePeriod period, int daysFollowed) {
    return stays.stream()
        .filter(stay -> stay.discharged() != null && period.holds(stay.discharged()))
        .filter(stay -> !stay.discharged().plusDays(daysFollowed).isAfter(dataThrough))
        .toList();
  }

  /** Those of them that may be followed by a readmission or by a contact in primary care. */
  List<Stay> indexDischarges(ReferencePeriod period, int daysFollowed) {
    return discharges(period, daysFollowed).stream().filter(this::isIndex).toList();
  }

  private boolean isIndex(Stay stay) {
    return !Objects.equals(stay.dischargedTo(), 4)
        && (died == null || died.isAfter(stay.discharged()))
        && !ReferenceConditions.isExcludedFromReadmission(stay.mainDiagnosis());
  }

  long readmittedDischarges(ReferencePeriod period) {
    return indexDischarges(period, 30).stream()
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

  /** A day of an inpatient row in psychiatry. */
  boolean hasPsychiatricDay(ReferencePeriod period) {
    for (int index = 0; index < rows.size(); index++) {
      ReferenceRow row = rows.get(index);
      if (isPsychiatry(row)
          && period.meets(row.date("indatum"), lastDay(row, index == rows.size() - 1))) {
        return true;
      }
    }
    return false;
  }

  static boolean isPsychiatry(ReferenceRow row) {
    return row.text("mvo") != null && row.text("mvo").startsWith("9");
  }

  /** As for stays: an open row that is not the person's last ended on its first day. */
  private LocalDate lastDay(ReferenceRow row, boolean isLast) {
    LocalDate start = row.date("indatum");
    if (row.date("utdatum") != null) {
      return row.date("utdatum");
    }
    return isLast && dataThrough.isAfter(start) ? dataThrough : start;
  }

  /** X60-X84 among the external causes of a row of the period. */
  boolean hasHarmedThemselves(ReferencePeriod period) {
    return rows.stream()
        .filter(row -> period.holds(diagnosisDate(row)))
        .flatMap(row -> ReferenceConditions.matchable(row.list("ekod")).stream())
        .anyMatch(code -> ReferenceConditions.isWithin(code, "X60", "X84"));
  }
}
