package se.jamlik.pipeline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TriadTest {
  private static final Cell SCOPE = Cell.wholeArea("2024", Cell.SCOPE, Cell.SCOPE);

  @Test
  void expectedIsThePopulationTimesTheThreeShares() {
    // 1 000 times 0.5 times 0.4 times 0.1 are 20; limits of 30 as in ConditionPairTest.
    TriadSums sums =
        new TriadSums(count(30), List.of(count(500), count(400), count(100)), count(1_000));

    assertThat(sums.expected()).isCloseTo(20, within(1e-12));
    Estimate lift = sums.lift(new PoissonLimits());
    assertThat(lift.value()).isCloseTo(1.5, within(1e-12));
    assertThat(lift.interval().orElseThrow().low()).isCloseTo(20.24 / 20, within(3e-4));
    assertThat(lift.interval().orElseThrow().high()).isCloseTo(42.83 / 20, within(3e-4));
  }

  @Test
  void theTwentyMostCommonHaveARowAndEqualOnesStandByName() {
    List<TriadCell> triads =
        IntStream.range(0, 30)
            .mapToObj(i -> triad("C%02d".formatted(29 - i), 100 - i / 2))
            .toList();

    assertThat(ConditionTriad.exact(triads))
        .hasSize(20)
        .extracting(
            row -> row.rank() + " " + row.source().conditions().get(2) + " " + row.persons())
        .startsWith("1 C28 100", "2 C29 100", "3 C26 99", "4 C27 99")
        .endsWith("19 C10 91", "20 C11 91");
  }

  @Test
  void triadsOfFewerThanTenHaveNoRow() {
    assertThat(ConditionTriad.exact(List.of(triad("C", 9), triad("D", 10))))
        .extracting(ConditionTriad::persons)
        .containsExactly(10L);
  }

  /** Two changed counts of the same size may lie ten apart. */
  @Test
  void thoseWhoMayBeAmongTheMostCommonByChangedCountsAreKept() {
    List<TriadCell> triads =
        IntStream.range(0, 60).mapToObj(i -> triad("C%02d".formatted(i), 100 - i)).toList();

    // The twentieth has 81; a triad of 71 may be shown as 76, and that of 81 too.
    assertThat(TriadCell.mostCommon(triads))
        .extracting(triad -> triad.sums().all().persons())
        .hasSize(30)
        .endsWith(71L);
  }

  private static TriadCell triad(String last, long persons) {
    return new TriadCell(
        "calderon60",
        List.of("A", "B", last),
        SCOPE,
        List.of(),
        new TriadSums(count(persons), List.of(count(500), count(500), count(500)), count(1_000)));
  }

  private static Counted count(long persons) {
    return new Counted(persons, persons, 0);
  }
}
