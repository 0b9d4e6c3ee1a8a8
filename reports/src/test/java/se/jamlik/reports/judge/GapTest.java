package se.jamlik.reports.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.release.Interval;

class GapTest {

  private static Cell shown(double value, double low, double high) {
    return Cell.shown(Estimate.of(value, low, high));
  }

  @Test
  void theDifferenceHasTheWidthOfBothIntervalsTogether() {
    // Half-widths 3 and 4 make 5, as the legs of a right triangle.
    Gap gap = Gap.between(shown(30, 27, 33), shown(20, 16, 24));

    assertThat(gap.difference()).contains(Estimate.of(10, 5, 15));
    assertThat(gap.verdict()).isEqualTo(Verdict.HIGHER);
  }

  @Test
  void theRatioHasAnIntervalAroundIt() {
    Gap gap = Gap.between(shown(30, 27, 33), shown(20, 18, 22));

    Estimate ratio = gap.ratio().orElseThrow();
    Interval interval = ratio.interval().orElseThrow();
    assertThat(ratio.value()).isEqualTo(1.5);
    // By hand: (600 - sqrt(360000 - 27 * 33 * 22 * 18)) / (22 * 18) and the same mirrored.
    assertThat(interval.low()).isEqualTo((600 - Math.sqrt(360_000 - 352_836)) / 396, within(1e-12));
    assertThat(interval.high())
        .isEqualTo((600 + Math.sqrt(360_000 - 33 * 27 * 18 * 22)) / 396, within(1e-12));
  }

  @Test
  void lowerWhenTheWholeDifferenceIsBelowZero() {
    assertThat(Gap.between(shown(20, 18, 22), shown(30, 27, 33)).verdict())
        .isEqualTo(Verdict.LOWER);
  }

  @Test
  void notEstablishedWhenTheDifferenceReachesZero() {
    assertThat(Gap.between(shown(25, 20, 30), shown(20, 16, 24)).verdict())
        .isEqualTo(Verdict.NO_ESTABLISHED_DIFFERENCE);
  }

  @Test
  void oneHiddenGroupHidesTheWholeGap() {
    Gap gap = Gap.between(shown(30, 27, 33), Cell.suppressed());

    assertThat(gap.difference()).isEmpty();
    assertThat(gap.ratio()).isEmpty();
    assertThat(gap.verdict()).isEqualTo(Verdict.TOO_FEW_TO_SAY);
  }

  @Test
  void noRatioWhenTheDivisorMayBeZero() {
    Gap gap = Gap.between(shown(30, 27, 33), shown(2, 0, 5));

    assertThat(gap.ratio()).isEmpty();
    assertThat(gap.difference()).isPresent();
  }
}
