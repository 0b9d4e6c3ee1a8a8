package se.jamlik.pipeline.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static se.jamlik.pipeline.protect.Keyed.NONE;
import static se.jamlik.pipeline.protect.Keyed.TABLE;
import static se.jamlik.pipeline.protect.Keyed.THRESHOLDS;
import static se.jamlik.pipeline.protect.Keyed.less;
import static se.jamlik.pipeline.protect.Keyed.more;
import static se.jamlik.pipeline.protect.Keyed.share;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.measure.Cell;
import se.jamlik.pipeline.measure.Cohort;
import se.jamlik.pipeline.measure.CohortFlow;
import se.jamlik.pipeline.measure.Concentration;
import se.jamlik.pipeline.measure.ConcentrationCell;
import se.jamlik.pipeline.measure.ConditionOverlap;
import se.jamlik.pipeline.measure.ConditionTriad;
import se.jamlik.pipeline.measure.CostConcentration;
import se.jamlik.pipeline.measure.Counted;
import se.jamlik.pipeline.measure.FlowCell;
import se.jamlik.pipeline.measure.Measured;
import se.jamlik.pipeline.measure.Multimorbidity;
import se.jamlik.pipeline.measure.MultimorbidityOnset;
import se.jamlik.pipeline.measure.OnsetCell;
import se.jamlik.pipeline.measure.Overlap;
import se.jamlik.pipeline.measure.OverlapCell;
import se.jamlik.pipeline.measure.PairSums;
import se.jamlik.pipeline.measure.Status;
import se.jamlik.pipeline.measure.Sums;
import se.jamlik.pipeline.measure.TriadCell;
import se.jamlik.pipeline.measure.TriadSums;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/** A key of 0 takes five persons away, and one of -1 adds five. */
class ShownMultimorbidityTest {
  private static final Cell SCOPE = Cell.wholeArea("2024", Cell.SCOPE, Cell.SCOPE);

  @Test
  void triadsAreTheMostCommonByTheirShownCounts() {
    List<ConditionTriad> rows =
        new ShownTriad(TABLE, THRESHOLDS)
                .rows(List.of(triad("C", less(20)), triad("D", more(12)), triad("E", less(14))))
                .stream()
                .map(Decision::row)
                .toList();

    // 20 is shown as 15, 12 as 17, and 14 as 9, which is no common one.
    assertThat(rows)
        .extracting(
            row -> row.rank() + " " + row.source().conditions().get(2) + " " + row.persons())
        .containsExactly("1 D 17", "2 C 15");
    assertThat(rows.get(1).expected()).isCloseTo(200 * 200 * 200 / 1e6, within(1e-12));
    assertThat(rows.get(1).lift().orElseThrow().value()).isCloseTo(15 / 8.0, within(1e-12));
  }

  @Test
  void eachPartOfAnOverlapIsHiddenForItsOwnSake() {
    ConditionOverlap hidden = overlap(less(9), less(505));
    ConditionOverlap open = overlap(less(105), less(505));

    assertThat(hidden.status()).isEqualTo(Status.SUPPRESSED);
    assertThat(hidden.reasons()).containsExactly("<5");
    assertThat(hidden.persons()).isNull();
    assertThat(open.persons()).isEqualTo(100);
    assertThat(open.expected()).isEqualTo(200 * 300 / 500.0);
    assertThat(open.lift().orElseThrow().value()).isEqualTo(100 / 120.0);
  }

  @Test
  void aPartThatNobodyBelongsToIsShownWithALiftOfNothing() {
    ConditionOverlap open = overlap(NONE, less(505));

    assertThat(open.status()).isEqualTo(Status.SHOWN);
    assertThat(open.lift().orElseThrow().value()).isZero();
  }

  @Test
  void anAgeThatRestsOnFewPersonsIsHidden() {
    // 105 residents in every group are shown as 100; nobody is ill, then 9 are, shown as 4.
    assertThat(onset(NONE, less(9), less(85)).status()).isEqualTo(Status.SUPPRESSED);
    MultimorbidityOnset open = onset(NONE, less(25), less(85));
    assertThat(open.status()).isEqualTo(Status.SHOWN);
    // 20 % at 82.5 and 80 % at 87.5.
    assertThat(open.age().orElseThrow()).isCloseTo(85, within(1e-12));
    assertThat(onset(NONE, less(25), less(35)).status()).isEqualTo(Status.NOT_COMPUTED);
  }

  @Test
  void thePointsOfTheLorenzCurveAreWhatTheShownTopsLeave() {
    ConcentrationCell cell = costs(new Counted(10_000, 405, 0), 500, new Counted(2_000, 25, 0));

    List<CostConcentration> rows = shown(cell);

    assertThat(rows).hasSize(12);
    assertThat(rows.get(0).value()).isCloseTo(0.5 * 1_005 / 1_000, within(1e-12));
    assertThat(rows.get(0).population()).isEqualTo(1_000);
    // 2 000 times 20/25 of 10 000 times 400/405.
    double top = 2_000 * 20 / 25.0 / (10_000 * 400 / 405.0);
    assertThat(rows.get(11).value()).isCloseTo(100 * (1 - top), within(1e-9));
  }

  @Test
  void noPointOfTheCurveIsAboveALaterOne() {
    List<Counted> tops = new ArrayList<>(Collections.nCopies(11, new Counted(2_000, 25, 0)));
    tops.set(0, new Counted(1_000, 25, 0));

    assertThat(shown(costs(new Counted(10_000, 405, 0), 500, tops)))
        .filteredOn(row -> row.percentile() != null)
        .extracting(CostConcentration::value)
        .hasSize(11)
        .containsOnly(100 * (1 - 2_000 * 20 / 25.0 / (10_000 * 400 / 405.0)));
  }

  @Test
  void fewWithCostsAndTwoWithNearlyAllHideTheirRows() {
    assertThat(shown(costs(new Counted(10_000, 14, 0), 500, new Counted(2_000, 12, 0))))
        .extracting(CostConcentration::status)
        .containsOnly(Status.SUPPRESSED);
    // Two have 1 900 of the 2 000 of those at the top, and little of all.
    assertThat(shown(costs(new Counted(10_000, 405, 0), 1_900, new Counted(2_000, 25, 0))))
        .extracting(CostConcentration::reasons)
        .contains(List.of(), List.of("two persons have more than 90 % of the cost"));
    assertThat(shown(costs(new Counted(10_000, 405, 0), 9_100, new Counted(9_500, 25, 0))))
        .extracting(CostConcentration::status)
        .containsOnly(Status.SUPPRESSED);
  }

  @Test
  void partsOfAGroupAreChangedOnTheirOwn() {
    CohortFlow open = flow(Cohort.Outcome.REMAINS, less(55), less(205), less(105));

    assertThat(open.persons()).isEqualTo(50);
    assertThat(open.population()).isEqualTo(200);
    assertThat(open.share().orElseThrow().value()).isEqualTo(0.25);
    assertThat(open.residents()).isEqualTo(100);
    assertThat(flow(Cohort.Outcome.DIED, less(9), less(205), less(105)).reasons())
        .containsExactly("<5");
    assertThat(flow(Cohort.Outcome.DIED, less(55), less(205), less(105)).residents()).isNull();
    assertThat(flow(Cohort.Outcome.REMAINS, less(10), less(205), less(24)).residents()).isNull();
    assertThat(flow(Cohort.Outcome.REMAINS, NONE, less(24), less(24)).reasons())
        .containsExactly("denominator under 20");
  }

  @Test
  void auditFindsExactNumbersInEveryTableAndNoneInWhatIsShown() {
    Multimorbidity exact =
        new Multimorbidity(
            List.of(triad("C", less(20))),
            List.of(
                new OverlapCell(
                    Overlap.BOTH,
                    SCOPE,
                    List.of(),
                    new PairSums(less(105), less(205), less(305), less(505)))),
            List.of(onsetCell(NONE, less(25), less(85))),
            List.of(costs(new Counted(10_000, 405, 0), 500, new Counted(2_000, 25, 0))),
            List.of(
                flowCell(Cohort.Outcome.REMAINS, less(55), less(205), less(105)),
                flowCell(Cohort.Outcome.DIED, less(9), less(205), less(105))),
            List.of());
    Measured measured = Keyed.measured(exact);
    Evidence evidence = new Evidence(measured, List.of(), TABLE, THRESHOLDS);
    List<ReleaseTable> shown =
        new ShownMultimorbidity(TABLE, THRESHOLDS, new Suppression()).tables(exact);

    assertThat(MultimorbidityAudit.problems(new Protected(shown, evidence))).isEmpty();
    assertThat(MultimorbidityAudit.problems(new Protected(measured.tables(), evidence)))
        .containsExactly(
            "condition_triad: 1 rows hold another number than the cell key gives",
            "condition_overlap: 1 rows hold another number than the cell key gives",
            "multimorbidity_onset: 1 rows hold another number than the cell key gives",
            "cost_concentration: 12 rows hold another number than the cell key gives",
            "cohort_flow: 2 rows hold another number than the cell key gives");
  }

  private static TriadCell triad(String last, Counted all) {
    return new TriadCell(
        "calderon60",
        List.of("A", "B", last),
        SCOPE,
        List.of(),
        new TriadSums(all, Collections.nCopies(3, less(205)), less(1_005)));
  }

  private static ConditionOverlap overlap(Counted both, Counted population) {
    PairSums sums = new PairSums(both, less(205), less(305), population);
    return new ShownOverlap(TABLE, THRESHOLDS)
        .row(new OverlapCell(Overlap.BOTH, SCOPE, List.of(), sums))
        .row();
  }

  /** Of the nineteen groups the last but two, the last but one and the last. */
  private static MultimorbidityOnset onset(Counted young, Counted old, Counted oldest) {
    return new ShownOnset(TABLE, THRESHOLDS).row(onsetCell(young, old, oldest)).row();
  }

  private static OnsetCell onsetCell(Counted young, Counted old, Counted oldest) {
    List<Sums> groups =
        IntStream.range(0, 19)
            .mapToObj(i -> share(i < 16 ? young : i == 16 ? old : oldest, less(105)))
            .toList();
    return new OnsetCell(SCOPE, List.of(), less(1_995), groups);
  }

  private static ConcentrationCell costs(Counted all, double twoLargest, Counted top) {
    return costs(all, twoLargest, Collections.nCopies(Concentration.PERCENTILES.size(), top));
  }

  private static ConcentrationCell costs(Counted all, double twoLargest, List<Counted> tops) {
    return new ConcentrationCell(
        SCOPE, List.of(), List.of(), new Concentration(less(1_005), all, 0.5, twoLargest, tops, 0));
  }

  private static List<CostConcentration> shown(ConcentrationCell cell) {
    return new ShownConcentration(TABLE, THRESHOLDS)
        .rows(cell).stream().map(Decision::row).toList();
  }

  private static CohortFlow flow(
      Cohort.Outcome outcome, Counted persons, Counted population, Counted residents) {
    return new ShownFlow(TABLE, THRESHOLDS)
        .row(flowCell(outcome, persons, population, residents))
        .row();
  }

  private static FlowCell flowCell(
      Cohort.Outcome outcome, Counted persons, Counted population, Counted residents) {
    return new FlowCell(
        Cohort.CORE,
        outcome,
        SCOPE,
        "2025",
        List.of(),
        List.of(),
        new FlowCell.FlowSums(persons, population, residents));
  }
}
