package se.jamlik.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.jamlik.jobs.reference.ReferenceStatistics.Estimate;
import se.jamlik.jobs.reference.ReferenceStatistics.Kind;
import se.jamlik.jobs.reference.ReferenceStatistics.Standardised;
import se.jamlik.jobs.reference.ReferenceStatistics.Term;

class ReferenceStatisticsTest {

  @Test
  void proportionsHaveTheIntervalOfWilson() {
    List<Map<String, String>> expected = Vectors.named("proportion_expected.csv");
    List<Map<String, String>> inputs = Vectors.named("proportion.csv");

    for (int index = 0; index < inputs.size(); index++) {
      Map<String, String> wanted = expected.get(index);
      Estimate found =
          ReferenceStatistics.wilson(
              number(inputs.get(index), "x"), number(inputs.get(index), "n"));

      isSame(found.value(), wanted, "value");
      isSame(found.low(), wanted, "wilson_lower95");
      isSame(found.high(), wanted, "wilson_upper95");
    }
  }

  @Test
  void ratesHaveTheExactIntervalBelowTenAndByarsFromTen() {
    List<Map<String, String>> expected = Vectors.named("crude_rate_expected.csv");
    List<Map<String, String>> inputs = Vectors.named("crude_rate.csv");

    for (int index = 0; index < inputs.size(); index++) {
      double count = number(inputs.get(index), "x");
      double multiplier = number(inputs.get(index), "multiplier");
      List<Term> terms = List.of(new Term(count, number(inputs.get(index), "n"), 0));
      Estimate found = ReferenceStatistics.crude(Kind.RATE, terms);

      isSame(found.value() * multiplier, expected.get(index), "value");
      isSame(found.low() * multiplier, expected.get(index), "lower95");
      isSame(found.high() * multiplier, expected.get(index), "upper95");
    }
  }

  @Test
  void directlyStandardisedRatesHaveTheIntervalOfDobson() {
    Map<String, List<Term>> areas = new HashMap<>();
    for (Map<String, String> band : Vectors.named("dsr.csv")) {
      List<Term> terms = areas.computeIfAbsent(band.get("area"), area -> new ArrayList<>());
      terms.add(new Term(number(band, "count"), number(band, "pop"), terms.size()));
    }

    for (Map<String, String> wanted : Vectors.named("dsr_expected.csv")) {
      if (!wanted.get("lower95").isEmpty()) {
        Estimate found =
            ReferenceStatistics.standardised(Kind.RATE, areas.get(wanted.get("area"))).estimate();
        isSame(found.value() * 100_000, wanted, "dsr_esp2013_per_100000");
        // The vectors go below 0, where our limits are cut.
        boolean isCut = wanted.get("lower95").startsWith("-");
        assertThat(found.low() == 0).isEqualTo(isCut);
        isSame(isCut ? number(wanted, "lower95") : found.low() * 100_000, wanted, "lower95");
        isSame(found.high() * 100_000, wanted, "upper95");
      }
    }
  }

  @Test
  void ageGroupsWithoutDenominatorAreLeftOutAndTheWeightsRescaled() {
    // 65-69 weighs 5 500 and 90+ weighs 1 000; the other seventeen groups are empty.
    List<Term> terms = List.of(new Term(20, 100, 13), new Term(30, 60, 18));

    Standardised found = ReferenceStatistics.standardised(Kind.PROPORTION, terms);

    assertThat(found.groupsLeftOut()).isEqualTo(17);
    assertThat(found.estimate().value()).isEqualTo((5500 * 0.2 + 1000 * 0.5) / 6500, offset(1e-15));
  }

  @Test
  void ratioHasTheVarianceOfAQuotientOfSums() {
    // R = 3/4. Residuals 1 - 0.75, 2 - 1.5, 0 - 0.75; the term 0/0 is none. Squares 0.0625 + 0.25 +
    // 0.5625 = 0.875.
    List<Term> terms =
        List.of(new Term(1, 1, 0), new Term(2, 2, 0), new Term(0, 1, 0), new Term(0, 0, 0));

    double variance = 3.0 / 2 * 0.875 / 16;
    Estimate found = ReferenceStatistics.crude(Kind.RATIO, terms);

    assertThat(ReferenceStatistics.ratioVariance(terms)).isEqualTo(variance, offset(1e-15));
    assertThat(found.value()).isEqualTo(0.75);
    assertThat(found.low())
        .isEqualTo(0.75 - 1.959963984540054 * Math.sqrt(variance), offset(1e-15));
    assertThat(found.high())
        .isEqualTo(0.75 + 1.959963984540054 * Math.sqrt(variance), offset(1e-15));
  }

  @Test
  void ratioOfOnePersonHasNoInterval() {
    assertThat(ReferenceStatistics.crude(Kind.MEAN, List.of(new Term(0.5, 1, 3))))
        .isEqualTo(new Estimate(0.5, null, null));
  }

  @Test
  void standardisedMeanAddsTheVariancesOfItsGroups() {
    // Two persons of 65-69 with 0 and 1: mean 0.5, variance 2/1 * 0.5 / 4 = 0.25; one of 70-74 with
    // 1: variance 0.
    List<Term> terms = List.of(new Term(0, 1, 13), new Term(1, 1, 13), new Term(1, 1, 14));

    Estimate found = ReferenceStatistics.standardised(Kind.MEAN, terms).estimate();

    double value = (5500 * 0.5 + 5000 * 1) / 10500;
    double width = 1.959963984540054 * Math.sqrt(5500.0 * 5500 * 0.25) / 10500;
    assertThat(found.value()).isEqualTo(value, offset(1e-15));
    assertThat(found.low()).isEqualTo(value - width, offset(1e-15));
    assertThat(found.high()).isEqualTo(value + width, offset(1e-15));
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  private static void isSame(double found, Map<String, String> wanted, String column) {
    double known = number(wanted, column);
    assertThat(found)
        .as("%s of %s", column, wanted)
        .isEqualTo(known, offset(1e-9 * Math.max(1e-4, Math.abs(known))));
  }
}
