package se.jamlik.pipeline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;

/** Intervals of counts and proportions against PHEindicatormethods 2.1.0. */
class IntervalOracleTest {
  private static final double RELATIVE = 1e-9;

  private final List<Oracle> counts = Oracle.rows("rates/input_crude_rate.csv");
  private final List<Oracle> expectedCounts = Oracle.rows("rates/expected_crude_rate.csv");

  @Test
  void wilsonIsThatOfTheReference() {
    List<Oracle> inputs = Oracle.rows("rates/input_proportion.csv");
    List<Oracle> expected = Oracle.rows("rates/expected_proportion.csv");
    for (int i = 0; i < inputs.size(); i++) {
      double count = inputs.get(i).number("x");
      double persons = inputs.get(i).number("n");
      Oracle answer = expected.get(i);
      isThat(Proportions.wilson(count, persons, Interval.Z), answer, "wilson_", "95");
      isThat(Proportions.wilson(count, persons, Oracle.Z_998), answer, "wilson_", "99_8");
    }
  }

  @Test
  void exactPoissonIsThatOfTheReference() {
    for (int i = 0; i < counts.size(); i++) {
      double count = counts.get(i).number("x");
      Oracle answer = expectedCounts.get(i);
      isThat(Counts.exact(count, Interval.Z), answer, "count_exact_", "95");
      isThat(Counts.exact(count, Oracle.Z_998), answer, "count_exact_", "99_8");
    }
  }

  /** The reference calls a negative lower limit missing; here it is 0. */
  @Test
  void byarIsThatOfTheReference() {
    for (int i = 0; i < counts.size(); i++) {
      double count = counts.get(i).number("x");
      Oracle answer = expectedCounts.get(i);
      isThat(Counts.byar(count, Interval.Z), answer, "count_byars_", "95");
      isThat(Counts.byar(count, Oracle.Z_998), answer, "count_byars_", "99_8");
    }
  }

  @Test
  void ratesAreExactBelowTenAndByarFromTen() {
    for (int i = 0; i < counts.size(); i++) {
      Oracle input = counts.get(i);
      double scale = input.number("multiplier") / input.number("n");
      isThat(
          Counts.poisson(input.number("x"), Interval.Z).map(limit -> limit * scale),
          expectedCounts.get(i),
          "",
          "95");
    }
  }

  /** The reference gives no rate below ten cases, and does not cut a lower limit at 0. */
  @Test
  void standardisedRateIsThatOfTheReference() {
    List<Oracle> inputs = Oracle.rows("rates/input_dsr.csv");
    for (Oracle answer : Oracle.rows("rates/expected_dsr.csv")) {
      List<Sums> groups =
          inputs.stream()
              .filter(input -> input.text("area").equals(answer.text("area")))
              .map(input -> SumsOf.rate(input.number("count"), input.number("pop")))
              .toList();
      Sums total = SumsOf.rate(answer.number("total_count"), answer.number("total_pop"));
      boolean isTooSmall = Estimates.isTooSmallToStandardise(Kind.RATE, total);

      assertThat(isTooSmall).isEqualTo(answer.text("dsr_esp2013_per_100000").isEmpty());
      if (!isTooSmall) {
        Estimate estimate = Estimates.standardised(Kind.RATE, total, groups);
        isNear(estimate.value() * 1e5, answer.number("dsr_esp2013_per_100000"));
        Interval limits = estimate.interval().orElseThrow().map(limit -> limit * 1e5);
        isNear(limits.low(), Math.max(answer.number("lower95"), 0));
        isNear(limits.high(), answer.number("upper95"));
      }
    }
    assertThat(IntStream.range(0, 19).mapToObj(EuropeanStandardPopulation.WEIGHTS::get))
        .containsExactlyElementsOf(
            Oracle.rows("rates/input_dsr.csv").stream()
                .limit(19)
                .map(row -> row.number("esp2013"))
                .toList());
  }

  private static void isThat(Interval actual, Oracle expected, String prefix, String level) {
    double low = expected.number(prefix + "lower" + level);
    isNear(actual.low(), Double.isNaN(low) ? 0 : low);
    isNear(actual.high(), expected.number(prefix + "upper" + level));
  }

  private static void isNear(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(Math.abs(expected) * RELATIVE + 1e-12));
  }
}
