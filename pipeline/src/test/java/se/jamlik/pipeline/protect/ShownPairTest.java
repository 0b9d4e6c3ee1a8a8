package se.jamlik.pipeline.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static se.jamlik.pipeline.protect.Keyed.TABLE;
import static se.jamlik.pipeline.protect.Keyed.THRESHOLDS;
import static se.jamlik.pipeline.protect.Keyed.less;
import static se.jamlik.pipeline.protect.Keyed.more;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.measure.Cell;
import se.jamlik.pipeline.measure.ConditionPair;
import se.jamlik.pipeline.measure.Counted;
import se.jamlik.pipeline.measure.Counts;
import se.jamlik.pipeline.measure.Interval;
import se.jamlik.pipeline.measure.PairCell;
import se.jamlik.pipeline.measure.PairSums;
import se.jamlik.pipeline.measure.Status;

/** Pairs of conditions; a key of 0 takes five persons away, and one of -1 adds five. */
class ShownPairTest {

  @Test
  void expectedAndLiftAreMadeOfTheShownCounts() {
    ConditionPair row = open(less(105), less(205), less(305), less(1_005));

    assertThat(row.persons()).isEqualTo(100);
    assertThat(row.expected()).isEqualTo(200 * 300 / 1_000.0);
    assertThat(row.lift()).isEqualTo(100 / 60.0);
  }

  @Test
  void changesOfAllFourCountsAreAddedToTheVariance() {
    ConditionPair row = open(less(105), less(205), less(305), less(1_005));

    double lift = 100 / 60.0;
    double variance = 3 / 1e4 + 3 / 4e4 + 3 / 9e4 + 3 / 1e6;
    Interval exact = Counts.exact(100, Interval.Z).map(limit -> limit / 60);
    double error = Interval.Z * lift * Math.sqrt(variance);
    Interval limits = row.limits().orElseThrow();
    assertThat(limits.low()).isCloseTo(lift - Math.hypot(lift - exact.low(), error), within(1e-12));
    assertThat(limits.high())
        .isCloseTo(lift + Math.hypot(exact.high() - lift, error), within(1e-12));
  }

  @Test
  void fewWithBothHideTheirRow() {
    isHidden(decision(less(9), more(50), more(60), more(500)), Decision.Kind.PRIMARY, "<5");
    assertThat(open(less(10), more(50), more(60), more(500)).persons()).isEqualTo(5);
  }

  /** Somebody has the pair, or it would have no row: a 0 would be as good as an exact count. */
  @Test
  void pairIsNeverShownAsNobodys() {
    isHidden(decision(less(5), more(50), more(60), more(500)), Decision.Kind.PRIMARY, "<5");
  }

  @Test
  void fewWithOneConditionHideThePairAndAreNamed() {
    isHidden(
        decision(more(8), less(9), more(60), more(500)), Decision.Kind.SECONDARY, "<5 with Asthma");
    isHidden(
        decision(more(8), more(60), less(9), more(500)),
        Decision.Kind.SECONDARY,
        "<5 with Dementia");
    isHidden(
        decision(less(5), less(9), less(9), more(500)),
        Decision.Kind.PRIMARY,
        "<5",
        "<5 with Asthma",
        "<5 with Dementia");
  }

  @Test
  void fewResidentsHideThePair() {
    isHidden(
        decision(more(8), more(8), more(8), less(24)),
        Decision.Kind.SECONDARY,
        "denominator under 20");
    assertThat(open(more(8), more(8), more(8), less(25)).expected()).isEqualTo(13 * 13 / 20.0);
  }

  @Test
  void nobodyHasAConditionBesidesTheResidents() {
    assertThat(open(less(100), more(104), less(50), less(105)).expected()).isEqualTo(45);
  }

  @Test
  void whatIsToBeKnownOfTheCellStandsAfterWhyItIsHidden() {
    PairCell cell = cell(less(9), more(50), more(60), more(500), List.of("look-back"));

    assertThat(decision(cell).row().reasons()).containsExactly("<5", "look-back");
  }

  private static ConditionPair open(
      Counted both, Counted withA, Counted withB, Counted population) {
    Decision<ConditionPair> decision = decision(both, withA, withB, population);
    assertThat(decision.kind()).isEqualTo(Decision.Kind.OPEN);
    assertThat(decision.row().status()).isEqualTo(Status.SHOWN);
    return decision.row();
  }

  private static void isHidden(
      Decision<ConditionPair> decision, Decision.Kind kind, String... reasons) {
    ConditionPair row = decision.row();
    assertThat(decision.kind()).isEqualTo(kind);
    assertThat(row.status()).isEqualTo(Status.SUPPRESSED);
    assertThat(row.reasons()).containsExactly(reasons);
    assertThat(row.persons()).isNull();
    assertThat(row.expected()).isNull();
    assertThat(row.lift()).isNull();
    assertThat(row.limits()).isEmpty();
  }

  private static Decision<ConditionPair> decision(
      Counted both, Counted withA, Counted withB, Counted population) {
    return decision(cell(both, withA, withB, population, List.of()));
  }

  private static Decision<ConditionPair> decision(PairCell cell) {
    return new ShownPair(TABLE, THRESHOLDS).row(cell);
  }

  private static PairCell cell(
      Counted both, Counted withA, Counted withB, Counted population, List<String> reasons) {
    return new PairCell(
        "calderon60",
        "Asthma",
        "Dementia",
        Cell.wholeArea("2024", "scope", "scope"),
        reasons,
        new PairSums(both, withA, withB, population));
  }
}
