package se.jamlik.pipeline.link;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the corrections of dispensed drugs back from what they correct (measures.md section 2,
 * drugs).
 */
final class Netting {
  /** A correction reaches 1 to this many days back. */
  static final int REACH_DAYS = 90;

  private Netting() {}

  /**
   * The dispensings that are left.
   *
   * @param days of one person and ATC code, one element a day, in order
   */
  static List<DrugDay> dispensings(List<DrugDay> days) {
    List<DrugDay> left = new ArrayList<>(days);
    for (int place = 0; place < left.size(); place++) {
      if (left.get(place).isCancelling()) {
        cancelBefore(left, place);
      }
    }
    left.removeIf(day -> !day.isDispensing());
    return left;
  }

  private static void cancelBefore(List<DrugDay> days, int place) {
    int earliest = days.get(place).day() - REACH_DAYS;
    BigDecimal toCancel = days.get(place).packages().negate();
    for (int before = place - 1; before >= 0; before--) {
      DrugDay earlier = days.get(before);
      if (earlier.day() < earliest || toCancel.signum() == 0) {
        return;
      }
      if (earlier.isDispensing()) {
        BigDecimal cancelled = earlier.packages().min(toCancel);
        days.set(before, earlier.withPackages(earlier.packages().subtract(cancelled)));
        toCancel = toCancel.subtract(cancelled);
      }
    }
  }
}
