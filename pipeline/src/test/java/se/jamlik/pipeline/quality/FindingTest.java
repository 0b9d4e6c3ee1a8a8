package se.jamlik.pipeline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.vocabulary.Settings;

class FindingTest {
  @Test
  void theWorstPlaceIsToldWithItsNumbersAndTheOthersByName() {
    Check check = Drawn.check("fewer_linked", "khsl");

    assertThat(
            told(
                Count.of(check, "2020", "2401", 36, 36),
                Count.of(check, "2020", "2460", 5, 20),
                Count.of(check, "2021", "2460", 5, 20)))
        .containsExactly(
            "the row belongs to nobody in rtb_bef: 36 of 36, 100 % (at most 10 %); in municipality 2401 2020, also in municipality 2460 2020, municipality 2460 2021");
  }

  @Test
  void monthsAreToldAsMonths() {
    Check check = Drawn.check("empty_months", "eb");

    assertThat(
            told(
                Count.of(check, 2, 90),
                Count.of(check, "all", "2480", 2, 50),
                Count.of(check, "2020-12", "2480", 1, 1),
                Count.of(check, "2024-01", "2480", 1, 1)))
        .containsExactly(
            "the month has no row: 2 months; in municipality 2480 2020-12, municipality 2480 2024-01");
  }

  @Test
  void moreThanNothingIsNotToldAsNothing() {
    assertThat(told(Count.of(Drawn.check("rows_after_as_of", "lmed"), 5, 46_468)))
        .containsExactly("the row is dated after the night: 5 of 46468, under 0.1 % (at most 0 %)");
  }

  private static List<String> told(Count... counts) {
    return Finding.of(
            new Judge(Settings.defaults().quality())
                .results(Checks.of(SmallTables.DEFINITIONS), Stream.of(counts).toList()))
        .stream()
        .map(Finding::inWords)
        .toList();
  }
}
