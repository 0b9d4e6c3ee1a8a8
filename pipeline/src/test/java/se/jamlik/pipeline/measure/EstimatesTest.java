package se.jamlik.pipeline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.vocabulary.Ages;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;

class EstimatesTest {
  private static final double[] ONE_OF_ONE = {1, 1};
  private static final double[] NONE_OF_ONE = {0, 1};
  private static final double[] NONE_OF_TWO = {0, 2};

  @Test
  void varianceOfARatioIsThatOfItsResiduals() {
    // R = 1/4; residuals 3/4, -1/4, -1/2; n/(n-1) = 3/2.
    Sums sums = SumsOf.rows(ONE_OF_ONE, NONE_OF_ONE, NONE_OF_TWO);

    double variance = 1.5 * (9 / 16.0 + 1 / 16.0 + 1 / 4.0) / 16;
    assertThat(Ratios.variance(sums).orElseThrow()).isCloseTo(variance, within(1e-15));
    Estimate estimate = Estimates.crude(Kind.RATIO, sums);
    assertThat(estimate.value()).isEqualTo(0.25);
    assertThat(estimate.interval().orElseThrow())
        .isEqualTo(new Interval(0, 0.25 + Interval.Z * Math.sqrt(variance)));
  }

  @Test
  void rowsThatAreAllAlikeHaveNoVariance() {
    double[] third = {1 / 3.0, 1};
    for (int rows = 2; rows < 60; rows++) {
      Sums sums = SumsOf.rows(Collections.nCopies(rows, third).toArray(double[][]::new));
      assertThat(Ratios.variance(sums)).as("%d rows", rows).contains(0.0);
    }
  }

  @Test
  void aSingleRowHasNoIntervalExceptInTheStandard() {
    Sums one = SumsOf.rows(ONE_OF_ONE);

    assertThat(Estimates.crude(Kind.MEAN, one))
        .isEqualTo(new Estimate(1, Optional.empty(), Optional.empty(), 0));
    assertThat(Estimates.standardised(Kind.MEAN, one, onlyFirst(one)).interval())
        .contains(new Interval(1, 1));
  }

  @Test
  void groupsWithoutAnybodyAreLeftOutAndTheWeightsRescaled() {
    List<Sums> groups = onlyFirst(SumsOf.rate(6, 100));
    groups.set(18, SumsOf.rate(6, 200));

    Estimate estimate = Estimates.standardised(Kind.RATE, SumsOf.rate(12, 300), groups);

    assertThat(estimate.leftOut()).isEqualTo(17);
    // Weights 5000 and 1000.
    assertThat(estimate.value()).isCloseTo((5 * 0.06 + 0.03) / 6, within(1e-15));
  }

  @Test
  void standardisedProportionStaysWithinOne() {
    List<Sums> groups = onlyFirst(SumsOf.rate(10, 10));

    Interval limits =
        Estimates.standardised(Kind.PROPORTION, SumsOf.rate(10, 10), groups)
            .interval()
            .orElseThrow();

    // 1 + sqrt(0.1 / 10) (Byar's lower limit of 10 - 10), and above 1 cut.
    assertThat(limits.low()).isCloseTo(1 + 0.1 * (4.7879 - 10), within(1e-4));
    assertThat(limits.high()).isEqualTo(1);
  }

  @Test
  void fewerThanTenAreNotStandardised() {
    assertThat(Estimates.isTooSmallToStandardise(Kind.RATE, SumsOf.rate(9, 1000))).isTrue();
    assertThat(Estimates.isTooSmallToStandardise(Kind.RATE, SumsOf.rate(10, 1000))).isFalse();
    assertThat(Estimates.isTooSmallToStandardise(Kind.MEAN, SumsOf.rate(30, 9))).isTrue();
    assertThat(Estimates.isTooSmallToStandardise(Kind.MEAN, SumsOf.rate(0, 10))).isFalse();
  }

  @Test
  void anErrorOfTheValueWidensEachSideByItsSquare() {
    // 3 and 4 below, 4 and 3 above make 5.
    Interval widened = new Interval(7, 14).widened(10, 4 / Interval.Z);

    assertThat(widened.low()).isCloseTo(10 - 5, within(1e-12));
    assertThat(widened.high()).isCloseTo(10 + Math.sqrt(32), within(1e-12));
    assertThat(new Interval(7, 14).widened(10, 0)).isEqualTo(new Interval(7, 14));
  }

  @Test
  void bandsAreUnionsOfNeitherTooFewNorTooManyAges() {
    assertThat(AgeBands.of(17)).isEqualTo(3);
    assertThat(AgeBands.of(18)).isEqualTo(4);
    assertThat(AgeBands.of(104)).isEqualTo(AgeBands.COUNT - 1);
    for (int age = 0; age < 110; age++) {
      int band = AgeBands.of(age);
      assertThat(AgeBands.standardGroup(band)).isEqualTo(Ages.standardGroup(age));
      assertThat(AgeBands.shownGroup(band)).isEqualTo(Ages.shownGroup(age));
    }
  }

  private static List<Sums> onlyFirst(Sums sums) {
    List<Sums> groups = new ArrayList<>(Collections.nCopies(19, SumsOf.rate(0, 0)));
    groups.set(0, sums);
    return groups;
  }
}
