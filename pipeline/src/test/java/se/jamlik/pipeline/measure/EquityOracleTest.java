package se.jamlik.pipeline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Direction;

/** Equity measures against healthequal 1.0.1 and PHEindicatormethods 2.1.0. */
class EquityOracleTest {
  private static final double RELATIVE = 1e-9;

  private final List<Oracle> ordered = Oracle.rows("inequality/input_ordered.csv");
  private final List<Oracle> nonordered = Oracle.rows("inequality/input_nonordered.csv");

  /** The reference compares the other way round where higher is better. */
  @Test
  void differenceAndRatioAreThoseOfTheReference() {
    for (Oracle expected : Oracle.rows("inequality/expected_ordered.csv")) {
      ComparedGroups groups = groups(ordered, expected.text("dataset"));
      double estimate = expected.number("estimate");
      double low = expected.number("lower95");
      double high = expected.number("upper95");
      boolean isTurned = isFavourable(ordered, expected.text("dataset"));
      if (expected.text("measure").equals("difference")) {
        Interval limits = EquityIntervals.ofDifference(groups).orElseThrow();
        isNear(Inequality.difference(groups), isTurned ? -estimate : estimate);
        isNear(limits.low(), isTurned ? -high : low);
        isNear(limits.high(), isTurned ? -low : high);
      }
      // A group with nothing has no ratio in the reference.
      if (expected.text("measure").equals("ratio") && groups.least() > 0) {
        Interval limits = EquityIntervals.ofRatio(groups).orElseThrow();
        isNear(Inequality.ratio(groups), isTurned ? 1 / estimate : estimate);
        isNear(limits.low(), isTurned ? 1 / high : low);
        isNear(limits.high(), isTurned ? 1 / low : high);
      }
    }
  }

  /** The reference's indices are those of the most over the least advantaged. */
  @Test
  void indicesOfTheRegressionLineAreThoseOfTheReference() {
    for (Oracle expected : Oracle.rows("inequality/expected_ordered.csv")) {
      ComparedGroups groups = groups(ordered, expected.text("dataset"));
      double estimate = expected.number("estimate");
      switch (expected.text("measure")) {
        case "sii" -> isNear(Inequality.slopeIndex(groups), -estimate);
        case "rii" -> {
          assertThat(EquityMeasure.RII.whyNotComputed(groups).isEmpty())
              .isEqualTo(!Double.isNaN(estimate));
          if (!Double.isNaN(estimate)) {
            isNear(Inequality.relativeIndex(groups), 1 / estimate);
          }
        }
        case "aci" -> isNear(Inequality.concentration(groups), estimate);
        case "rci" -> isNear(Inequality.relativeConcentration(groups), estimate);
        default -> assertThat(expected.text("measure")).isIn("difference", "ratio");
      }
    }
  }

  /** The reference counts par towards the better side, paf in percent, and 0 as a millionth. */
  @Test
  void spreadOverGroupsIsThatOfTheReference() {
    for (Oracle expected : Oracle.rows("inequality/expected_nonordered.csv")) {
      String dataset = expected.text("dataset");
      ComparedGroups groups = groups(nonordered, dataset);
      double sign = isFavourable(nonordered, dataset) ? -1 : 1;
      double estimate = expected.number("estimate");
      double nothing = groups.least() > 0 ? 0 : 1e-4;
      switch (expected.text("measure")) {
        case "bgv" -> isNear(Inequality.variance(groups), estimate);
        case "bgsd" -> isNear(Inequality.deviation(groups), estimate);
        case "idis_unweighted_percent" -> isNear(Inequality.disparity(groups), estimate);
        case "theil" ->
            assertThat(1000 * Inequality.theil(groups))
                .isCloseTo(estimate, within(estimate * RELATIVE + nothing));
        case "mld" -> {
          assertThat(EquityMeasure.MLD.whyNotComputed(groups).isPresent())
              .isEqualTo(groups.least() == 0);
          if (groups.least() > 0) {
            isNear(1000 * Inequality.meanLogDeviation(groups), estimate);
          }
        }
        case "par" -> isNear(Math.abs(Inequality.attributableRisk(groups)), Math.abs(estimate));
        default -> {
          isNear(100 * Math.abs(Inequality.attributableFraction(groups)), Math.abs(estimate));
          assertThat(sign * Inequality.attributableFraction(groups)).isNotNegative();
        }
      }
    }
  }

  @Test
  void limitsByManyDrawsAreThoseOfTheReference() {
    EquityIntervals intervals = new EquityIntervals(Draws.of(100_000, 40));
    Set<EquityMeasure> measures = Set.of(EquityMeasure.BGSD, EquityMeasure.IDIS);
    for (String dataset : List.of("N01", "N02", "N03", "N04", "N06", "N07")) {
      Map<EquityMeasure, Interval> limits =
          intervals.drawn(groups(nonordered, dataset), measures, scale(dataset));
      for (Oracle expected : Oracle.rows("inequality/expected_limits.csv")) {
        if (expected.text("dataset").equals(dataset)) {
          boolean isDeviation = expected.text("measure").equals("bgsd");
          Interval actual =
              Optional.ofNullable(limits.get(isDeviation ? EquityMeasure.BGSD : EquityMeasure.IDIS))
                  .orElseThrow();
          isWithin(0.03, actual.low(), expected.number("lower95"));
          isWithin(0.03, actual.high(), expected.number("upper95"));
        }
      }
    }
  }

  /** Groups of the reference have the least advantaged first too, and its slope the other sign. */
  @Test
  void slopeIndexIsThatOfTheSecondReference() {
    List<Oracle> inputs = Oracle.rows("rates/input_sii.csv");
    EquityIntervals intervals = new EquityIntervals(Draws.of(20_000, 10));
    for (Oracle expected : Oracle.rows("rates/expected_sii.csv")) {
      List<ComparedGroups.Group> list =
          inputs.stream()
              .filter(input -> input.text("area").equals(expected.text("area")))
              .map(EquityOracleTest::group)
              .toList();
      ComparedGroups groups = ComparedGroups.of(list, Direction.HIGHER);
      isNear(
          Inequality.slopeIndex(groups) * expected.number("multiplier"), -expected.number("sii"));
      isNear(Inequality.relativeIndex(groups), 1 / expected.number("rii"));
      if (expected.text("value_type").equals("0")) {
        Interval limits =
            Optional.ofNullable(
                    intervals
                        .drawn(groups, Set.of(EquityMeasure.SII), Double.POSITIVE_INFINITY)
                        .get(EquityMeasure.SII))
                .orElseThrow();
        double low = -expected.number("analytic_sii_upper95");
        double high = -expected.number("analytic_sii_lower95");
        assertThat(limits.low()).isCloseTo(low, within(0.03 * (high - low)));
        assertThat(limits.high()).isCloseTo(high, within(0.03 * (high - low)));
      }
    }
  }

  private static ComparedGroups groups(List<Oracle> inputs, String dataset) {
    List<Oracle> found =
        inputs.stream().filter(input -> input.text("dataset").equals(dataset)).toList();
    return ComparedGroups.of(
        found.stream()
            .map(
                input ->
                    InequalityTest.group(
                        input.number("estimate"), input.number("se"), input.number("population")))
            .toList(),
        isFavourable(inputs, dataset) ? Direction.HIGHER : Direction.LOWER);
  }

  private static ComparedGroups.Group group(Oracle input) {
    double error = input.number("se");
    return new ComparedGroups.Group(
        input.number("value"),
        Double.isNaN(error) ? Optional.empty() : Optional.of(error),
        input.number("population"));
  }

  private static boolean isFavourable(List<Oracle> inputs, String dataset) {
    return inputs.stream()
        .filter(input -> input.text("dataset").equals(dataset))
        .anyMatch(input -> input.text("favourable_indicator").equals("1"));
  }

  private double scale(String dataset) {
    return nonordered.stream()
        .filter(input -> input.text("dataset").equals(dataset))
        .mapToDouble(input -> input.number("scale"))
        .max()
        .orElseThrow();
  }

  private static void isNear(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(Math.abs(expected) * RELATIVE + 1e-9));
  }

  private static void isWithin(double share, double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(share * expected));
  }
}
