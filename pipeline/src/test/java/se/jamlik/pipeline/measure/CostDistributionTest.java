package se.jamlik.pipeline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.measure.CostDistribution.Amount;

class CostDistributionTest {
  private static final long MILLION = 1_000_000;

  @Test
  void giniIsTwiceTheAreaAboveTheLorenzCurve() {
    // Of four, costs 0, 1, 1 and 2: the sum of (2 i - 5) x is -1 + 1 + 6, over 4 times 4.
    assertThat(costs(0, 1, 1, 2).gini()).isEqualTo(6 / 16.0);
    assertThat(costs(7, 7, 7).gini()).isEqualTo(0);
    // One of five has all: (n - 1) / n.
    assertThat(costs(0, 0, 0, 0, 9).gini()).isEqualTo(0.8);
    assertThat(costs(0, 0).gini()).isNaN();
  }

  @Test
  void theCostliestAreTakenFirstAndAsManyOfEqualOnesAsThereIsRoomFor() {
    CostDistribution costs = costs(0, 3, 3, 3, 5);

    // Of the three with 3 one is taken, and all of them are in the key.
    assertThat(costs.top(2)).isEqualTo(new Counted(8, 2, 2 | 4 | 8 | 16));
    assertThat(costs.top(1)).isEqualTo(new Counted(5, 1, 16));
    assertThat(costs.twoLargest()).isEqualTo(8);
    assertThat(costs.residents()).isEqualTo(new Counted(5, 5, 31));
    assertThat(costs.all()).isEqualTo(new Counted(14, 4, 30));
  }

  @Test
  void theLowestAtTheTopIsThatOfTheLastTaken() {
    CostDistribution costs = costs(0, 3, 3, 3, 5);

    assertThat(List.of(1L, 2L, 4L, 5L))
        .extracting(costs::lowestAtTop)
        .containsExactly(5 * MILLION, 3 * MILLION, 3 * MILLION, 0L);
  }

  @Test
  void giniAndLorenzOfEverySetAreThoseOfTheOracle() {
    Map<String, List<Oracle>> persons = bySet("burden/input_person_cost.csv");
    Map<String, List<Oracle>> points = bySet("burden/expected_lorenz.csv");
    for (Oracle expected : Oracle.rows("burden/expected_summary.csv")) {
      String set = expected.text("dataset");
      CostDistribution costs = distribution(persons.get(set), row -> 1);
      double gini = expected.number("gini");
      if (Double.isNaN(gini)) {
        assertThat(costs.gini()).as(set).isNaN();
        continue;
      }
      assertThat(costs.gini()).as(set).isCloseTo(gini, within(1e-12));
      long residents = costs.residents().persons();
      for (Oracle point : points.getOrDefault(set, List.of())) {
        long above = residents - (long) point.number("point");
        assertThat(1 - costs.top(above).sum() / costs.all().sum())
            .as("%s, %d above", set, above)
            .isCloseTo(point.number("cum_cost"), within(1e-12));
      }
    }
  }

  @Test
  void countsOfEqualAmountsGiveTheOraclesGini() {
    Map<String, List<Oracle>> amounts = bySet("burden/input_grouped_cost.csv");
    for (Oracle expected : Oracle.rows("burden/expected_grouped_cost.csv")) {
      CostDistribution costs =
          distribution(
              amounts.get(expected.text("dataset")), row -> (long) row.number("frequency"));

      assertThat(costs.gini())
          .as(expected.text("dataset"))
          .isCloseTo(expected.number("gini"), within(1e-12));
      assertThat(costs.all().sum()).isCloseTo(expected.number("total"), within(1e-6));
    }
  }

  /** A person for each cost, with the keys 1, 2, 4 and so on. */
  private static CostDistribution costs(long... costs) {
    Map<Long, Amount> amounts = new TreeMap<>();
    for (int i = 0; i < costs.length; i++) {
      amounts.merge(
          costs[i],
          new Amount(costs[i] * MILLION, 1, 1L << i),
          (one, other) ->
              new Amount(one.amount(), one.persons() + other.persons(), one.key() ^ other.key()));
    }
    List<Amount> mixed = new ArrayList<>(amounts.values());
    Collections.reverse(mixed);
    return new CostDistribution(mixed);
  }

  private static CostDistribution distribution(
      List<Oracle> rows, ToLongFunction<Oracle> frequency) {
    Map<Long, Long> persons = new TreeMap<>();
    for (Oracle row : rows) {
      persons.merge(
          Math.round(row.number("cost") * MILLION), frequency.applyAsLong(row), Long::sum);
    }
    return new CostDistribution(
        persons.entrySet().stream()
            .map(entry -> new Amount(entry.getKey(), entry.getValue(), 0))
            .toList());
  }

  private static Map<String, List<Oracle>> bySet(String file) {
    Map<String, List<Oracle>> sets = new LinkedHashMap<>();
    Oracle.rows(file)
        .forEach(
            row -> sets.computeIfAbsent(row.text("dataset"), set -> new ArrayList<>()).add(row));
    return sets;
  }
}
