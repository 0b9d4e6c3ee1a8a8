package se.jamlik.pipeline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;

class FunnelLimitsTest {

  @Test
  void aRateLiesWithinExactPoissonLimitsOfTheExpectedEvents() {
    FunnelLimits limits =
        FunnelLimits.of(Kind.RATE, 0.02, 150, Optional.empty()).orElseThrow().times(150);

    // Half the quantiles of chi-square with 6 and 8 degrees of freedom: those of 3 events.
    isNear(limits.of95(), 0.6186721228956014, 8.767273069742323);
    isNear(limits.of998(), 0.1905333775684032, 13.06224077918807);
  }

  @Test
  void aMeanLiesWithinNormalLimitsThatAreNotBelowNothing() {
    FunnelLimits limits = FunnelLimits.of(Kind.MEAN, 0.02, 150, Optional.of(0.008)).orElseThrow();

    isNear(limits.of95(), 0.02 - 0.008 * 1.959963984540054, 0.02 + 0.008 * 1.959963984540054);
    isNear(limits.of998(), 0, 0.02 + 0.008 * 3.090232306167813);
  }

  @Test
  void noLimitsWithoutAStandardErrorAndForShares() {
    assertThat(FunnelLimits.of(Kind.RATIO, 0.02, 150, Optional.empty())).isEmpty();
    assertThat(FunnelLimits.of(Kind.SHARE, 0.02, 150, Optional.of(0.008))).isEmpty();
  }

  private static void isNear(Interval actual, double low, double high) {
    assertThat(actual.low()).isCloseTo(low, within(1e-10));
    assertThat(actual.high()).isCloseTo(high, within(1e-10));
  }
}
