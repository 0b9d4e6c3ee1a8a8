package se.jamlik.jobs.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One person's dispensings after corrections have been netted out. */
final class ReferenceDrugs {
  private static final int LONGEST_CORRECTION = 90;

  private ReferenceDrugs() {}

  /** What is left of one date; it covers [from, until). */
  record Dispensing(String atc, LocalDate from, LocalDate until) {
    boolean covers(LocalDate day) {
      return !day.isBefore(from) && day.isBefore(until);
    }
  }

  /** All rows of one person, ATC code and date. */
  private static final class Day {
    private BigDecimal left = BigDecimal.ZERO;
    private boolean isAllNegativeOrZero = true;
    private @Nullable BigDecimal dailyDosesPerPackage;

    void add(ReferenceRow row) {
      BigDecimal packages = row.decimal("antal") == null ? BigDecimal.ONE : row.decimal("antal");
      left = left.add(packages);
      isAllNegativeOrZero &= packages.signum() <= 0;
      BigDecimal doses = row.decimal("forpddd");
      if (doses != null
          && (dailyDosesPerPackage == null || doses.compareTo(dailyDosesPerPackage) > 0)) {
        dailyDosesPerPackage = doses;
      }
    }

    boolean isCorrection() {
      return isAllNegativeOrZero && left.signum() < 0;
    }

    int days() {
      if (dailyDosesPerPackage == null) {
        return 90;
      }
      BigDecimal days = left.multiply(dailyDosesPerPackage).setScale(0, RoundingMode.HALF_UP);
      return days.max(BigDecimal.ONE).min(BigDecimal.valueOf(120)).intValueExact();
    }
  }

  static List<Dispensing> of(List<ReferenceRow> rows) {
    Map<String, List<ReferenceRow>> byAtc =
        rows.stream().collect(Collectors.groupingBy(row -> row.text("atc")));
    List<Dispensing> dispensings = new ArrayList<>();
    byAtc.forEach((atc, ofAtc) -> dispensings.addAll(ofOneDrug(atc, ofAtc)));
    return dispensings;
  }

  private static List<Dispensing> ofOneDrug(String atc, List<ReferenceRow> rows) {
    TreeMap<LocalDate, Day> days = new TreeMap<>();
    rows.forEach(row -> days.computeIfAbsent(row.date("edatum"), date -> new Day()).add(row));
    days.forEach(
        (date, day) -> {
          if (day.isCorrection()) {
            cancelEarlier(
                days.subMap(date.minusDays(LONGEST_CORRECTION), true, date, false),
                day.left.negate());
          }
        });
    List<Dispensing> left = new ArrayList<>();
    days.forEach(
        (date, day) -> {
          if (day.left.signum() > 0) {
            left.add(new Dispensing(atc, date, date.plusDays(day.days())));
          }
        });
    return left;
  }

  /** Latest first, partly if need be; what finds nothing to cancel is forgotten. */
  private static void cancelEarlier(NavigableMap<LocalDate, Day> earlier, BigDecimal packages) {
    BigDecimal remaining = packages;
    for (Day day : earlier.descendingMap().values()) {
      if (remaining.signum() > 0 && day.left.signum() > 0) {
        BigDecimal cancelled = day.left.min(remaining);
        day.left = day.left.subtract(cancelled);
        remaining = remaining.subtract(cancelled);
      }
    }
  }

  /** Codes of exactly seven characters in use that day, without group D. */
  static Set<String> inUseOn(LocalDate day, List<Dispensing> dispensings) {
    Set<String> inUse = new HashSet<>();
    for (Dispensing dispensing : dispensings) {
      String atc = dispensing.atc();
      if (atc.length() == 7 && !atc.startsWith("D") && dispensing.covers(day)) {
        inUse.add(atc);
      }
    }
    return inUse;
  }
}
