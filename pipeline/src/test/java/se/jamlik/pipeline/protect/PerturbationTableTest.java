package se.jamlik.pipeline.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.vocabulary.ProtectionRules;
import se.jamlik.pipeline.vocabulary.Settings;

class PerturbationTableTest {
  private final PerturbationTable table = PerturbationTable.of(Settings.defaults().protect());

  @Test
  void everyRowHasMeanZeroAndTheVarianceOfTheRules() {
    assertThat(table.rows()).hasSize(8);
    for (PerturbationTable.Transition row : table.rows()) {
      assertThat(moment(row, 0)).isCloseTo(1, within(1e-12));
      assertThat(moment(row, 1)).isCloseTo(0, within(1e-11));
      assertThat(moment(row, 2)).isCloseTo(3, within(1e-11));
    }
  }

  @Test
  void countsThatAreNeverShownHaveNoProbability() {
    assertThat(table.rows().get(0).changes()).containsExactly(-1, 2, 3, 4, 5);
    assertThat(table.rows().get(3).changes()).containsExactly(-4, -1, 0, 1, 2, 3, 4, 5);
    assertThat(table.rows().get(7).changes()).containsExactly(-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5);
  }

  @Test
  void amongAllWithItsMomentsTheTableHasTheMostEntropy() {
    // A change of p along a direction that keeps total, mean and variance lowers the entropy.
    PerturbationTable.Transition row = table.rows().get(7);
    List<Double> moved = new ArrayList<>(row.probabilities());
    double[] thirdDifference = {1, -3, 3, -1};
    for (int i = 0; i < thirdDifference.length; i++) {
      moved.set(i + 3, moved.get(i + 3) + 1e-3 * thirdDifference[i]);
    }

    assertThat(entropy(moved)).isLessThan(entropy(row.probabilities()));
    assertThat(row.probabilities().get(5)).isGreaterThan(row.probabilities().get(4));
  }

  @Test
  void strongerTablesHaveTheirMoments() {
    for (int largest = 5; largest <= 20; largest += 5) {
      for (int neverShown = 2; neverShown <= 3; neverShown++) {
        for (double variance : new double[] {3, 4.5}) {
          ProtectionRules rules = new ProtectionRules(5, 20, largest, variance, neverShown);
          // Two persons become none or at least four: a variance of at least 4.
          boolean isPossible = neverShown == 2 || variance > 4;

          assertThat(PerturbationTable.isPossible(rules)).isEqualTo(isPossible);
          if (isPossible) {
            assertThat(PerturbationTable.of(rules).rows())
                .allSatisfy(row -> assertThat(moment(row, 1)).isCloseTo(0, within(1e-9)))
                .allSatisfy(row -> assertThat(moment(row, 2)).isCloseTo(variance, within(1e-9)));
          }
        }
      }
    }
  }

  @Test
  void weakerRulesThanTheContractsCannotBeMade() {
    assertThatThrownBy(() -> new ProtectionRules(5, 20, 5, 3, 2, true))
        .hasMessageStartingWith("Nothing weaker");
    assertThatThrownBy(() -> new ProtectionRules(4, 20, 5, 3, 2)).hasMessageStartingWith("Weaker");
    assertThatThrownBy(() -> new ProtectionRules(5, 19, 5, 3, 2)).hasMessageStartingWith("Weaker");
    assertThatThrownBy(() -> new ProtectionRules(5, 20, 0, 3, 2)).hasMessageStartingWith("Weaker");
    assertThatThrownBy(() -> new ProtectionRules(5, 20, 5, 0, 2)).hasMessageStartingWith("Weaker");
    assertThatThrownBy(() -> new ProtectionRules(5, 20, 5, 3, 0)).hasMessageStartingWith("Weaker");
    assertThatThrownBy(() -> new ProtectionRules(5, 20, 5, Double.NaN, 2))
        .hasMessageStartingWith("Weaker");
  }

  @Test
  void zeroStaysZeroAndEqualKeysGiveEqualCounts() {
    assertThat(table.shown(0, 123)).isZero();
    assertThat(table.shown(40, 123)).isEqualTo(table.shown(40, 123));
  }

  @Test
  void extremesOfTheKeyAreTheLargestChanges() {
    assertThat(table.shown(40, 0)).isEqualTo(35);
    assertThat(table.shown(40, -1)).isEqualTo(45);
    assertThat(table.shown(1, 0)).isZero();
    assertThat(table.shown(1, -1)).isEqualTo(6);
  }

  @Test
  void shownCountsOfManyKeysHaveTheMoments() {
    Random random = new Random(20261122);
    double[] changes =
        IntStream.range(0, 200_000)
            .mapToDouble(i -> table.shown(9, random.nextLong()) - 9)
            .toArray();

    assertThat(IntStream.range(0, changes.length).mapToDouble(i -> changes[i]).average())
        .hasValueCloseTo(0.0, within(0.02));
    assertThat(
            IntStream.range(0, changes.length).mapToDouble(i -> changes[i] * changes[i]).average())
        .hasValueCloseTo(3.0, within(0.05));
  }

  private static double moment(PerturbationTable.Transition row, int power) {
    return IntStream.range(0, row.changes().size())
        .mapToDouble(i -> row.probabilities().get(i) * Math.pow(row.changes().get(i), power))
        .sum();
  }

  private static double entropy(List<Double> probabilities) {
    return -probabilities.stream()
        .mapToDouble(probability -> probability * Math.log(probability))
        .sum();
  }
}
