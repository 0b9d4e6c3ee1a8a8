package se.jamlik.pipeline.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static se.jamlik.pipeline.protect.Keyed.NONE;
import static se.jamlik.pipeline.protect.Keyed.TABLE;
import static se.jamlik.pipeline.protect.Keyed.THRESHOLDS;
import static se.jamlik.pipeline.protect.Keyed.less;
import static se.jamlik.pipeline.protect.Keyed.more;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.measure.Cell;
import se.jamlik.pipeline.measure.Counted;
import se.jamlik.pipeline.measure.Estimate;
import se.jamlik.pipeline.measure.Estimates;
import se.jamlik.pipeline.measure.Measured;
import se.jamlik.pipeline.measure.Multimorbidity;
import se.jamlik.pipeline.measure.Population;
import se.jamlik.pipeline.measure.PopulationCell;
import se.jamlik.pipeline.measure.Status;
import se.jamlik.pipeline.measure.Sums;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;

/** A key of 0 takes five persons away, and one of -1 adds five. */
class ShownPopulationTest {

  @Test
  void bothCountsAreChangedOnTheirOwnAndTheShareIsThatOfWhatIsShown() {
    Population open = row(more(20), less(105));

    assertThat(open.status()).isEqualTo(Status.SHOWN);
    assertThat(open.persons()).isEqualTo(100);
    assertThat(open.multimorbid()).isEqualTo(25);
    assertThat(open.share().orElseThrow().value()).isCloseTo(0.25, within(1e-12));
    assertThat(open.reasons()).containsExactly("look-back");
  }

  @Test
  void residentsAreShownWhereTheMultimorbidAreFew() {
    Population few = row(less(9), less(105));

    assertThat(few.status()).isEqualTo(Status.SUPPRESSED);
    assertThat(few.persons()).isEqualTo(100);
    assertThat(few.multimorbid()).isNull();
    assertThat(few.share()).isEmpty();
    assertThat(few.reasons()).containsExactly("<5", "look-back");
  }

  @Test
  void residentsAreShownWhereTheyAreTooFewForAShare() {
    Population few = row(more(9), less(24));

    assertThat(few.persons()).isEqualTo(19);
    assertThat(few.multimorbid()).isNull();
    assertThat(few.reasons()).containsExactly("denominator under 20", "look-back");
  }

  @Test
  void fewResidentsHideTheWholeRow() {
    // 9 are shown as 4, and 5 as 0, which is not true of a cell where somebody lives.
    for (Population few : List.of(row(NONE, less(9)), row(NONE, less(5)))) {
      assertThat(few.persons()).isNull();
      assertThat(few.multimorbid()).isNull();
      assertThat(few.reasons()).containsExactly("<5", "look-back");
    }
  }

  @Test
  void auditFindsExactNumbersAndWhatShouldBeHidden() {
    PopulationCell open = cell("2024", more(20), less(105));
    PopulationCell few = cell("2025", less(9), less(105));
    List<PopulationCell> cells = List.of(open, few);
    Sums ofFew = ShownSums.of(Kind.PROPORTION, few.sums(), TABLE).sums();

    assertThat(problems(cells, shown(open), shown(few))).isEmpty();
    assertThat(problems(cells, exact(open), shown(few)))
        .containsExactly("population: 1 rows hold another number than the cell key gives");
    assertThat(problems(cells, shown(open), Population.ofResidentsAlone(few, 105, "<5")))
        .containsExactly("population: 1 rows hold another number than the cell key gives");
    assertThat(problems(cells, shown(open), Population.shown(few, ofFew, share(ofFew))))
        .containsExactly("population: 1 rows hold a small count");
  }

  private static Population row(Counted multimorbid, Counted residents) {
    return shown(cell("2024", multimorbid, residents));
  }

  private static Population shown(PopulationCell cell) {
    return new ShownPopulation(TABLE, THRESHOLDS).row(cell).row();
  }

  private static Population exact(PopulationCell cell) {
    return Population.shown(cell, cell.sums(), share(cell.sums()));
  }

  private static Estimate share(Sums sums) {
    return Estimates.crude(Kind.PROPORTION, sums);
  }

  private static PopulationCell cell(String period, Counted multimorbid, Counted residents) {
    return new PopulationCell(
        Cell.wholeArea(period, Cell.SCOPE, Cell.SCOPE),
        List.of("look-back"),
        Keyed.share(multimorbid, residents));
  }

  private static List<String> problems(List<PopulationCell> cells, Population... rows) {
    Multimorbidity exact =
        new Multimorbidity(List.of(), List.of(), List.of(), List.of(), List.of(), cells);
    Measured measured = Keyed.measured(exact);
    return PopulationAudit.problems(
        new Protected(
            List.of(Population.table(List.of(rows))),
            new Evidence(measured, List.of(), TABLE, THRESHOLDS)));
  }
}
