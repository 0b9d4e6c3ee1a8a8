package se.jamlik.pipeline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrendTest {

  @Test
  void aValueThatDoublesEachYearHasTheSlopeOfItsLogarithm() {
    Trend trend =
        Trend.of(
            List.of(
                new Trend.Point(2022, 1, 0.1),
                new Trend.Point(2023, 2, 0.2),
                new Trend.Point(2024, 4, 0.4)));

    assertThat(trend.slope()).isCloseTo(Math.log(2), within(1e-12));
    // Relative errors of a tenth: weights 100 at -1, 0 and 1.
    assertThat(trend.error()).isCloseTo(1 / Math.sqrt(200), within(1e-12));
  }

  @Test
  void yearsThatAreSurerWeighMore() {
    Trend trend =
        Trend.of(
            List.of(
                new Trend.Point(2021, 10, 1),
                new Trend.Point(2022, 11, 1),
                new Trend.Point(2023, 14, 2),
                new Trend.Point(2024, 15, 1.5)));

    // Weights 100, 121, 49 and 100, put into the normal equations by hand.
    assertThat(trend.slope()).isCloseTo(0.14308540094662248, within(1e-12));
    assertThat(trend.error()).isCloseTo(0.045221688134907546, within(1e-12));
    assertThat(trend.limits(2).low()).isCloseTo(trend.slope() - 2 * trend.error(), within(1e-15));
  }
}
