package se.jamlik.pipeline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Direction;

/** Tables whose answers are obvious to the eye. */
class InequalityTest {
  private static final Offset<Double> EXACT = within(1e-13);

  /** Five fifths as large, 50 % ill among the poorest and 10 % among the richest. */
  private final ComparedGroups poorAreIll = fifths(Direction.LOWER, 50, 40, 30, 20, 10);

  @Test
  void moreAmongThePoorestIsPositiveAndAboveOne() {
    assertThat(Inequality.difference(poorAreIll)).isEqualTo(40);
    assertThat(Inequality.ratio(poorAreIll)).isEqualTo(5);
    // The line through the midpoints 0.1, 0.3 ... 0.9 is 55 - 50 r.
    assertThat(Inequality.slopeIndex(poorAreIll)).isCloseTo(50, EXACT);
    assertThat(Inequality.relativeIndex(poorAreIll)).isCloseTo(55 / 5.0, within(1e-11));
  }

  @Test
  void concentrationAmongThePoorestIsNegative() {
    // 2 r - 1 is -0.8, -0.4, 0, 0.4, 0.8.
    double expected = (-0.8 * 50 - 0.4 * 40 + 0.4 * 20 + 0.8 * 10) / 5;
    assertThat(Inequality.concentration(poorAreIll)).isCloseTo(expected, EXACT).isNegative();
    assertThat(Inequality.relativeConcentration(poorAreIll)).isCloseTo(expected / 30, EXACT);
  }

  @Test
  void moreAmongTheRichestTurnsEverySign() {
    ComparedGroups richAreIll = fifths(Direction.LOWER, 10, 20, 30, 40, 50);

    assertThat(Inequality.difference(richAreIll)).isEqualTo(-40);
    assertThat(Inequality.ratio(richAreIll)).isEqualTo(1 / 5.0);
    assertThat(Inequality.slopeIndex(richAreIll)).isCloseTo(-50, EXACT);
    assertThat(Inequality.relativeIndex(richAreIll)).isCloseTo(5 / 55.0, EXACT);
    assertThat(Inequality.concentration(richAreIll)).isCloseTo(8, EXACT);
    assertThat(Inequality.relativeConcentration(richAreIll)).isCloseTo(8 / 30.0, EXACT);
  }

  @Test
  void attributableIsWhatIsAboveTheBestGroup() {
    assertThat(Inequality.attributableRisk(poorAreIll)).isCloseTo(30 - 10, EXACT);
    assertThat(Inequality.attributableFraction(poorAreIll)).isCloseTo(20 / 30.0, EXACT);
    assertThat(Inequality.attributableRisk(fifths(Direction.NEUTRAL, 50, 40, 30, 20, 10)))
        .isCloseTo(30 - 10, EXACT);
    assertThat(Inequality.attributableRisk(fifths(Direction.HIGHER, 50, 40, 30, 20, 10)))
        .isCloseTo(30 - 50, EXACT);
  }

  @Test
  void spreadIsThatAroundTheMean() {
    assertThat(Inequality.variance(poorAreIll)).isCloseTo((400 + 100 + 0 + 100 + 400) / 5.0, EXACT);
    assertThat(Inequality.deviation(poorAreIll)).isCloseTo(Math.sqrt(200), EXACT);
    // Distances 20, 10, 0, 10, 20 of a mean of 30.
    assertThat(Inequality.disparity(poorAreIll)).isCloseTo(100 / 5.0 * 60 / 30, EXACT);
  }

  @Test
  void informationIsZeroTimesNothingForAGroupWithNothing() {
    ComparedGroups oneHasAll = fifths(Direction.LOWER, 0, 0, 0, 0, 50);

    // y / mean is 5 for one of five.
    assertThat(Inequality.theil(oneHasAll)).isCloseTo(Math.log(5), EXACT);
    ComparedGroups twoToOne = fifths(Direction.LOWER, 20, 10);
    double theil = (4 / 3.0 * Math.log(4 / 3.0) + 2 / 3.0 * Math.log(2 / 3.0)) / 2;
    assertThat(Inequality.theil(twoToOne)).isCloseTo(theil, EXACT);
    assertThat(Inequality.meanLogDeviation(twoToOne))
        .isCloseTo((Math.log(15 / 20.0) + Math.log(15 / 10.0)) / 2, EXACT);
  }

  @Test
  void largeGroupsWeighMore() {
    ComparedGroups threeToOne =
        ComparedGroups.of(List.of(group(10, 0, 300), group(50, 0, 100)), Direction.LOWER);

    // Ranks 0.375 and 0.875, mean 20; the line rises 40 over half the way.
    assertThat(threeToOne.mean()).isEqualTo(20);
    assertThat(Inequality.slopeIndex(threeToOne)).isCloseTo(-80, EXACT);
    assertThat(Inequality.concentration(threeToOne))
        .isCloseTo(0.75 * -0.25 * 10 + 0.25 * 0.75 * 50, EXACT);
    assertThat(Inequality.variance(threeToOne)).isCloseTo(0.75 * 100 + 0.25 * 900, EXACT);
    // The index of disparity weighs all groups alike.
    assertThat(Inequality.disparity(threeToOne)).isCloseTo(100 / 2.0 * (10 + 30) / 20, EXACT);
  }

  @Test
  void equalGroupsAreExactlyEqual() {
    for (double value : new double[] {0.1, 1 / 3.0, 12.3, 98_765.4321}) {
      ComparedGroups equal =
          ComparedGroups.of(
              IntStream.of(17, 191, 1003, 7, 59).mapToObj(size -> group(value, 0, size)).toList(),
              Direction.LOWER);
      for (EquityMeasure measure : EquityMeasure.values()) {
        boolean isRelative = measure == EquityMeasure.RATIO || measure == EquityMeasure.RII;
        assertThat(measure.value(equal)).as(measure.text()).isEqualTo(isRelative ? 1.0 : 0.0);
      }
    }
  }

  @Test
  void whatWouldBeDividedByZeroIsNotComputed() {
    ComparedGroups nobody = fifths(Direction.LOWER, 0, 0, 0);
    ComparedGroups oneHasNothing = fifths(Direction.LOWER, 10, 20, 0);

    assertThat(notComputed(nobody))
        .containsExactly(
            "ratio: division by zero",
            "rii: division by zero",
            "rci: division by zero",
            "paf: division by zero",
            "idis: division by zero",
            "theil: division by zero",
            "mld: division by zero");
    assertThat(notComputed(oneHasNothing))
        .containsExactly("ratio: division by zero", "mld: division by zero");
  }

  @Test
  void aSteepLineHasNoRelativeIndex() {
    // 24 - 36 (r - 0.5) is less than 0 at the end.
    assertThat(notComputed(fifths(Direction.LOWER, 50, 20, 2)))
        .containsExactly("rii: no positive prediction");
    assertThat(notComputed(fifths(Direction.LOWER, 2, 20, 50)))
        .containsExactly("rii: no positive prediction");
    // 2 - 4 (r - 0.5) is nothing at the end.
    assertThat(notComputed(fifths(Direction.LOWER, 3, 1))).containsExactly("rii: division by zero");
  }

  private static List<String> notComputed(ComparedGroups groups) {
    return Stream.of(EquityMeasure.values())
        .flatMap(
            measure ->
                measure.whyNotComputed(groups).stream().map(why -> measure.text() + ": " + why))
        .toList();
  }

  static ComparedGroups.Group group(double value, double error, double size) {
    return new ComparedGroups.Group(value, Optional.of(error), size);
  }

  /** Groups of one size. */
  static ComparedGroups fifths(Direction direction, double... values) {
    return ComparedGroups.of(
        IntStream.range(0, values.length).mapToObj(i -> group(values[i], 0, 100)).toList(),
        direction);
  }
}
