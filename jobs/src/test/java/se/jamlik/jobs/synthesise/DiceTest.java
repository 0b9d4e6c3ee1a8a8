package se.jamlik.jobs.synthesise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.jamlik.jobs.synthesise.Dice.Purpose;

class DiceTest {
  @Test
  void aDrawDependsOnSeedPersonAndPurposeAlone() {
    double draw = Dice.of(1, 2, Purpose.STAYS).uniform();

    assertThat(Dice.of(1, 2, Purpose.STAYS).uniform()).isEqualTo(draw);
    assertThat(Dice.of(2, 2, Purpose.STAYS).uniform()).isNotEqualTo(draw);
    assertThat(Dice.of(1, 3, Purpose.STAYS).uniform()).isNotEqualTo(draw);
    assertThat(Dice.of(1, 2, Purpose.DRUGS).uniform()).isNotEqualTo(draw);
  }

  @Test
  void drawsAreSpreadEvenly() {
    double mean =
        IntStream.range(0, 100_000)
            .mapToDouble(person -> Dice.of(1, person, Purpose.STAYS).uniform())
            .average()
            .orElseThrow();

    assertThat(mean).isCloseTo(0.5, within(0.005)); // five standard errors of 0.289 / sqrt(100 000)
  }

  @Test
  void poissonHasItsMean() {
    Dice dice = Dice.of(1, 1, Purpose.STAYS);

    double mean = IntStream.range(0, 100_000).map(any -> dice.poisson(2.5)).average().orElseThrow();

    assertThat(mean).isCloseTo(2.5, within(0.025)); // five standard errors of sqrt(2.5 / 100 000)
  }

  @Test
  void weightsAreSharesOfTheirSum() {
    Dice dice = Dice.of(1, 1, Purpose.STAYS);
    double[] weights = {1, 0, 3};
    int[] drawn = new int[3];

    IntStream.range(0, 40_000).forEach(any -> drawn[dice.weighted(weights, 3)]++);

    assertThat(drawn[0]).isCloseTo(10_000, within(450)); // five standard errors
    assertThat(drawn[1]).isZero();
  }
}
