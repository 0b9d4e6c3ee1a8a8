package se.jamlik.pipeline.measure;

import java.io.Serializable;
import java.util.List;

/**
 * What is to be known of the spread of cost over a group's residents.
 *
 * @param residents with or without cost
 * @param all the cost, and those who have any
 * @param gini of all residents
 * @param twoLargest what the two with the highest costs have together
 * @param tops the cost of the residents above each of {@link #PERCENTILES}
 * @param lowestOfFivePercent the lowest cost, in millionths, among the five percent with the
 *     highest
 */
public record Concentration(
    Counted residents,
    Counted all,
    double gini,
    double twoLargest,
    List<Counted> tops,
    long lowestOfFivePercent)
    implements Serializable {
  /** Points of the Lorenz curve: residents in percent, from the lowest cost. */
  public static final List<Integer> PERCENTILES =
      List.of(10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 99);

  private static final int PERCENT = 100;
  private static final int FIVE_PERCENT = 5;

  public Concentration {
    tops = List.copyOf(tops);
  }

  /** Whole residents are above a percentile, rounded up as for HNHC. */
  static Concentration of(CostDistribution costs) {
    Counted residents = costs.residents();
    return new Concentration(
        residents,
        costs.all(),
        costs.gini(),
        costs.twoLargest(),
        PERCENTILES.stream()
            .map(
                percentile ->
                    costs.top(AmountTotals.top(residents.persons(), PERCENT - percentile)))
            .toList(),
        costs.lowestAtTop(AmountTotals.top(residents.persons(), FIVE_PERCENT)));
  }
}
