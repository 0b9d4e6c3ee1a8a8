package se.jamlik.pipeline.link;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What was dispensed and taken back of one ATC code to one person on one day.
 *
 * @param day since 1 January 1970
 * @param packages the sum of the day's rows
 * @param isCancelling whether all rows of the day are 0 or less and their sum less
 * @param dddPerPackage the largest known among the day's rows, null when none is known
 */
record DrugDay(
    int day, BigDecimal packages, boolean isCancelling, @Nullable BigDecimal dddPerPackage) {
  private static final int LONGEST_COVER = 120;

  DrugDay withPackages(BigDecimal left) {
    return new DrugDay(day, left, isCancelling, dddPerPackage);
  }

  boolean isDispensing() {
    return packages.signum() > 0;
  }

  /**
   * Days that the packages last: one dose a day, half days rounded up, 1 to 120.
   *
   * @param whenUnknown days when no daily doses are known
   */
  int coverDays(int whenUnknown) {
    if (dddPerPackage == null) {
      return whenUnknown;
    }
    BigDecimal days = packages.multiply(dddPerPackage).setScale(0, RoundingMode.HALF_UP);
    return days.max(BigDecimal.ONE).min(BigDecimal.valueOf(LONGEST_COVER)).intValueExact();
  }
}
