package se.jamlik.pipeline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Direction;

class EquityIntervalsTest {
  private static final EnumSet<EquityMeasure> DRAWN =
      EnumSet.complementOf(EnumSet.of(EquityMeasure.DIFFERENCE, EquityMeasure.RATIO));

  private final EquityIntervals intervals = new EquityIntervals(Draws.of(EquityIntervals.DRAWS, 6));

  @Test
  void errorsOfADifferenceAddAsSquares() {
    ComparedGroups groups = groups(InequalityTest.group(50, 3, 9), InequalityTest.group(20, 4, 1));

    assertThat(EquityIntervals.ofDifference(groups))
        .contains(new Interval(30 - 5 * Interval.Z, 30 + 5 * Interval.Z));
  }

  @Test
  void relativeErrorsOfARatioAddAsSquaresOfItsLogarithm() {
    ComparedGroups groups =
        groups(InequalityTest.group(50, 1.5, 9), InequalityTest.group(20, 0.8, 1));

    Interval limits = EquityIntervals.ofRatio(groups).orElseThrow();

    // 0.03 and 0.04 make 0.05.
    assertThat(Math.log(limits.low())).isCloseTo(Math.log(2.5) - 0.05 * 1.959964, within(1e-7));
    assertThat(Math.log(limits.high())).isCloseTo(Math.log(2.5) + 0.05 * 1.959964, within(1e-7));
  }

  @Test
  void nothingHasNoLogarithm() {
    ComparedGroups groups = groups(InequalityTest.group(0, 0, 9), InequalityTest.group(20, 1, 1));

    assertThat(EquityIntervals.ofRatio(groups)).isEmpty();
    assertThat(EquityIntervals.ofDifference(groups)).isPresent();
  }

  @Test
  void anUnknownErrorLeavesNoInterval() {
    ComparedGroups groups =
        groups(
            InequalityTest.group(10, 1, 9),
            new ComparedGroups.Group(20, Optional.empty(), 1),
            InequalityTest.group(30, 1, 9));

    assertThat(EquityIntervals.ofDifference(groups)).isPresent();
    assertThat(intervals.drawn(groups, DRAWN, 100)).isEmpty();
    assertThat(
            EquityIntervals.ofDifference(
                groups(
                    new ComparedGroups.Group(20, Optional.empty(), 1),
                    InequalityTest.group(10, 1, 9))))
        .isEmpty();
  }

  @Test
  void everyIntervalHoldsItsValue() {
    ComparedGroups equal = groups(InequalityTest.group(10, 2, 5), InequalityTest.group(10, 2, 5));

    Map<EquityMeasure, Interval> limits = intervals.drawn(equal, DRAWN, 100);

    assertThat(limits).containsOnlyKeys(DRAWN);
    limits.forEach(
        (measure, interval) -> {
          assertThat(interval.low()).isLessThanOrEqualTo(measure.value(equal));
          assertThat(interval.high()).isGreaterThan(measure.value(equal));
        });
    // Chance makes equal groups differ, never less than not at all.
    assertThat(limits).containsEntry(EquityMeasure.BGV, new Interval(0, high(limits)));
  }

  private static double high(Map<EquityMeasure, Interval> limits) {
    return limits.getOrDefault(EquityMeasure.BGV, new Interval(0, 0)).high();
  }

  @Test
  void whatChanceCouldMakeInfiniteHasNoInterval() {
    ComparedGroups unsure =
        groups(InequalityTest.group(50, 20, 5), InequalityTest.group(30, 20, 5));

    assertThat(intervals.drawn(unsure, DRAWN, 100))
        .doesNotContainKey(EquityMeasure.RII)
        .containsKey(EquityMeasure.SII);
  }

  /** The numbers are kept here, so that another machine must draw the same. */
  @Test
  void drawsAreTheSameOnEveryMachine() {
    double[] few = Draws.of(1000, 2).of(1, 50, 10, 100);
    double[] many = Draws.of(1000, 6).of(1, 50, 10, 100);

    assertThat(few).isEqualTo(many);
    assertThat(few).startsWith(48.081837848402486, 45.285320897850696, 46.64265784435845);
  }

  @Test
  void drawsStayWithinWhatAValueCanBe() {
    Draws draws = Draws.of(1000, 1);

    assertThat(Arrays.stream(draws.of(0, 2, 5, 100))).allMatch(value -> value >= 0 && value <= 100);
    assertThat(Arrays.stream(draws.of(0, 99, 5, 100)))
        .allMatch(value -> value >= 0 && value <= 100);
    assertThat(draws.of(0, 7, 0, 100)).containsOnly(7);
    // Half a normal distribution has the mean sqrt(2 / pi).
    assertThat(Arrays.stream(draws.of(0, 0, 1, 100)).average().orElseThrow())
        .isCloseTo(Math.sqrt(2 / Math.PI), within(0.05));
    double[] free = draws.of(0, 50, 1, 100);
    double[] nearlyFree = draws.of(0, 50, 1, 57.9);
    for (int draw = 0; draw < free.length; draw++) {
      assertThat(nearlyFree[draw]).isCloseTo(free[draw], within(1e-6));
    }
  }

  private static ComparedGroups groups(ComparedGroups.Group... groups) {
    return ComparedGroups.of(List.of(groups), Direction.LOWER);
  }
}
