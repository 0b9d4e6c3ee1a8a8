package se.jamlik.reports.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.release.Indicator.Direction;

class VerdictTest {

  private static final Cell REFERENCE = shown(20, 19, 21);

  private static Cell shown(double value, double low, double high) {
    return Cell.shown(Estimate.of(value, low, high));
  }

  @Test
  void higherOnlyWhenTheWholeIntervalLiesAbove() {
    assertThat(Verdict.of(shown(23, 20.1, 26), REFERENCE)).isEqualTo(Verdict.HIGHER);
    assertThat(Verdict.of(shown(23, 20.0, 26), REFERENCE))
        .isEqualTo(Verdict.NO_ESTABLISHED_DIFFERENCE);
  }

  @Test
  void lowerOnlyWhenTheWholeIntervalLiesBelow() {
    assertThat(Verdict.of(shown(17, 14, 19.9), REFERENCE)).isEqualTo(Verdict.LOWER);
    assertThat(Verdict.of(shown(17, 14, 20.0), REFERENCE))
        .isEqualTo(Verdict.NO_ESTABLISHED_DIFFERENCE);
  }

  @Test
  void nothingIsSaidWithoutValueOrInterval() {
    assertThat(
            List.of(
                Verdict.of(Cell.suppressed(), REFERENCE),
                Verdict.of(Cell.ABSENT, REFERENCE),
                Verdict.of(Cell.shown(Estimate.of(50)), REFERENCE),
                Verdict.of(shown(50, 40, 60), Cell.suppressed())))
        .containsOnly(Verdict.TOO_FEW_TO_SAY);
  }

  @Test
  void higherIsWorseBetterOrOnlyHigherByDirection() {
    assertThat(Tone.of(Verdict.HIGHER, Direction.LOWER)).isEqualTo(Tone.WORSE);
    assertThat(Tone.of(Verdict.HIGHER, Direction.HIGHER)).isEqualTo(Tone.BETTER);
    assertThat(Tone.of(Verdict.HIGHER, Direction.NEUTRAL)).isEqualTo(Tone.NEUTRAL);
    assertThat(Tone.of(Verdict.LOWER, Direction.LOWER)).isEqualTo(Tone.BETTER);
    assertThat(Tone.of(Verdict.LOWER, Direction.HIGHER)).isEqualTo(Tone.WORSE);
  }

  @Test
  void whatIsNotEstablishedIsNeitherGoodNorBad() {
    assertThat(Tone.of(Verdict.NO_ESTABLISHED_DIFFERENCE, Direction.LOWER)).isEqualTo(Tone.NONE);
    assertThat(Tone.of(Verdict.TOO_FEW_TO_SAY, Direction.HIGHER)).isEqualTo(Tone.NONE);
  }
}
