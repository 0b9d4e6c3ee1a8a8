package se.jamlik.pipeline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.measure.Crossing.Point;

class OnsetTest {
  private static final Cell SCOPE = Cell.wholeArea("2024", Cell.SCOPE, Cell.SCOPE);

  @Test
  void aCurveCrossesOnTheStraightLineBetweenTwoPoints() {
    List<Point> points =
        List.of(new Point(0, 10, 0.2), new Point(1, 20, 0.4), new Point(2, 30, 0.9));

    // A fifth of the way from 0.4 to 0.9.
    assertThat(Crossing.first(points, 0.5)).contains(new Crossing(22, 1, 2));
    assertThat(Crossing.first(points, 0.95)).isEmpty();
    assertThat(Crossing.first(points, 0.1)).contains(new Crossing(10, 0, 0));
  }

  @Test
  void onlyTheFirstOfSeveralCrossingsCounts() {
    List<Point> points =
        List.of(
            new Point(0, 0, 0), new Point(1, 1, 0.5), new Point(2, 2, 0.3), new Point(3, 3, 0.8));

    assertThat(Crossing.first(points, 0.5)).contains(new Crossing(1, 0, 1));
  }

  @Test
  void ageIsReadBetweenTheMiddlesOfTheAgeGroups() {
    // 40 % at 60-64 and 60 % at 65-69, which stand for 62.5 and 67.5.
    MultimorbidityOnset row = row(groups(100, 12, 40, 60));

    assertThat(row.age()).contains(65.0);
    assertThat(row.population()).isEqualTo(1_900);
    // Wilson's upper limit of 40 of 100 is 0.4980, of 60 it is 0.6906; lower ones 0.3094, 0.5020.
    assertThat(row.low().orElseThrow())
        .isCloseTo(62.5 + 5 * (0.5 - 0.498000) / (0.690598 - 0.498000), within(1e-3));
    assertThat(row.high().orElseThrow())
        .isCloseTo(62.5 + 5 * (0.5 - 0.309402) / (0.502000 - 0.309402), within(1e-3));
  }

  @Test
  void thereIsNoAgeWhereHalfOfNoGroupHaveTwoConditions() {
    MultimorbidityOnset row = row(groups(100, 12, 40, 49));

    assertThat(row.status()).isEqualTo(Status.NOT_COMPUTED);
    assertThat(row.reasons()).containsExactly("never reaches 50 %", "look-back");
    assertThat(row.population()).isNull();
    assertThat(List.of(row.age(), row.low(), row.high())).containsOnly(Optional.empty());
  }

  @Test
  void theUpperLimitIsOpenWhereTheSharesLowerLimitsStayBelowOneHalf() {
    MultimorbidityOnset row = row(groups(100, 12, 40, 55));

    assertThat(row.status()).isEqualTo(Status.SHOWN);
    assertThat(row.low()).isPresent();
    assertThat(row.high()).isEmpty();
  }

  @Test
  void groupsOfFewerThanTwentyResidentsAreLeftOut() {
    List<Sums> groups = new ArrayList<>(groups(100, 12, 40, 60));
    groups.set(12, share(8, 19));

    // Between 0 % at 57.5 and 60 % at 67.5.
    assertThat(row(groups).age().orElseThrow()).isCloseTo(57.5 + 10 * 5 / 6.0, within(1e-12));
  }

  private static MultimorbidityOnset row(List<Sums> groups) {
    return MultimorbidityOnset.exact(
        new OnsetCell(SCOPE, List.of("look-back"), new Counted(1_900, 1_900, 0), groups));
  }

  /** Nobody is ill before a group, then so many in each group from it on, the last in all later. */
  private static List<Sums> groups(long residents, int first, long... ill) {
    return IntStream.range(0, 19)
        .mapToObj(i -> share(i < first ? 0 : ill[Math.min(i - first, ill.length - 1)], residents))
        .toList();
  }

  private static Sums share(long ill, long residents) {
    return new Sums(
        new Counted(ill, ill, 0),
        new Counted(residents, residents, 0),
        Counted.NONE,
        Counted.NONE,
        Squares.NONE);
  }
}
