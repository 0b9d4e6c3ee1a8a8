package se.jamlik.reports.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.release.Status;

class FunnelLimitsTest {

  @Test
  void limitsAreWilsonsAtTheValueOfTheWhole() {
    FunnelLimits limits = FunnelLimits.of(50, 100, 100);

    // By hand: (0.5 + z²/200 ± z·√(0.25/100 + z²/40000)) / (1 + z²/100), z = 1.959964.
    assertThat(limits.of95().low()).isEqualTo(40.38315, within(1e-4));
    assertThat(limits.of95().high()).isEqualTo(59.61685, within(1e-4));
    assertThat(limits.of998().low()).isLessThan(limits.of95().low());
    assertThat(limits.of998().high()).isEqualTo(100 - limits.of998().low(), within(1e-9));
  }

  private static Cell cell(double value, double low, double high, double persons) {
    return new Cell(
        Status.SHOWN,
        Optional.of(Estimate.of(value, low, high)),
        Optional.of(persons),
        false,
        false,
        "");
  }

  /** Shares of a thousand with Wilson's interval, against 20 percent. */
  @ParameterizedTest
  @CsvSource({
    "26, 23.4, 28.8, ABOVE_998",
    "23, 20.5, 25.7, ABOVE_95",
    "20, 17.6, 22.6, WITHIN",
    "17, 14.8, 19.5, BELOW_95",
    "14, 12.0, 16.3, BELOW_998"
  })
  void aPlaceStandsWhereItsOwnIntervalsLeaveItsReference(
      double value, double low, double high, Standing standing) {
    assertThat(FunnelLimits.standing(cell(value, low, high, 1_000), 20, 100)).isEqualTo(standing);
  }

  @Test
  void nobodyOfTwentyFiveIsNoProof() {
    // Nobody of 25 has an interval of 95 percent up to 13.3 percent, and of 99.8 up to 27.6: chance
    // gives nobody once in forty at 14 percent, though the point lies below the drawn limits.
    Cell nobody = cell(0, 0, 13.3, 25);

    assertThat(FunnelLimits.of(14, 100, 25).of998().low()).isGreaterThan(0);
    assertThat(FunnelLimits.standing(nobody, 14, 100)).isEqualTo(Standing.BELOW_95);
  }

  @Test
  void noiseOfDisclosureControlMakesTheOuterIntervalWiderToo() {
    // Without noise 26 percent of 1 000 are far above 20; with an interval twice as wide they are
    // not.
    assertThat(FunnelLimits.standing(cell(26, 20.8, 31.2, 1_000), 20, 100))
        .isEqualTo(Standing.ABOVE_95);
  }

  @Test
  void aHiddenValueStandsNowhere() {
    assertThat(FunnelLimits.standing(Cell.suppressed(), 20, 100)).isEqualTo(Standing.UNKNOWN);
    assertThat(Standing.named("not_judged")).isEqualTo(Standing.UNKNOWN);
    assertThat(Standing.named("above_998").verdict()).isEqualTo(Verdict.HIGHER);
    assertThat(Standing.named("above_95").verdict()).isEqualTo(Verdict.NO_ESTABLISHED_DIFFERENCE);
  }
}
