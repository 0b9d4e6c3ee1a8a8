package se.jamlik.pipeline.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.measure.Cell;
import se.jamlik.pipeline.measure.ConditionPrevalence;
import se.jamlik.pipeline.measure.Counted;
import se.jamlik.pipeline.measure.Interval;
import se.jamlik.pipeline.measure.PrevalenceCell;
import se.jamlik.pipeline.measure.Proportions;
import se.jamlik.pipeline.measure.Squares;
import se.jamlik.pipeline.measure.Status;
import se.jamlik.pipeline.measure.Sums;
import se.jamlik.pipeline.vocabulary.ProtectionRules;
import se.jamlik.pipeline.vocabulary.Settings;

/** Shares of persons with a condition; a key of 0 takes five persons away, and -1 adds five. */
class ShownPrevalenceTest {
  private static final ProtectionRules RULES = Settings.defaults().protect();

  @Test
  void valueIsOfTheShownCountsAndTheIntervalIsWidenedByTheirChange() {
    ConditionPrevalence row = decision(new Counted(15, 15, 0), new Counted(105, 105, 0)).row();

    assertThat(row.persons()).isEqualTo(10);
    assertThat(row.population()).isEqualTo(100);
    assertThat(row.value()).isEqualTo(10);
    Interval wilson = Proportions.wilson(10, 100, Interval.Z);
    double error = Interval.Z * Math.sqrt((3 + 0.1 * 0.1 * 3) / 1e4);
    Interval limits = row.limits().orElseThrow();
    assertThat(limits.low())
        .isCloseTo(100 * (0.1 - Math.hypot(0.1 - wilson.low(), error)), within(1e-12));
    assertThat(limits.high())
        .isCloseTo(100 * (0.1 + Math.hypot(wilson.high() - 0.1, error)), within(1e-12));
  }

  @Test
  void nobodyIsShownAsNobody() {
    ConditionPrevalence row = decision(new Counted(0, 0, 0), new Counted(105, 105, 0)).row();

    assertThat(row.status()).isEqualTo(Status.SHOWN);
    assertThat(row.persons()).isZero();
    assertThat(row.value()).isZero();
    assertThat(row.limits().orElseThrow().low()).isZero();
  }

  @Test
  void fewWithTheConditionHideTheirRow() {
    Decision<ConditionPrevalence> few = decision(new Counted(9, 9, 0), new Counted(105, 105, 0));

    assertThat(few.kind()).isEqualTo(Decision.Kind.PRIMARY);
    assertThat(few.row().status()).isEqualTo(Status.SUPPRESSED);
    assertThat(few.row().reasons()).containsExactly("<5");
    assertThat(few.row().persons()).isNull();
    assertThat(few.row().population()).isNull();
    assertThat(few.row().value()).isNull();
    assertThat(few.row().limits()).isEmpty();
    assertThat(decision(new Counted(10, 10, 0), new Counted(105, 105, 0)).row().persons())
        .isEqualTo(5);
  }

  @Test
  void noShareIsShownOfFewerThanTwenty() {
    assertThat(decision(new Counted(10, 10, 0), new Counted(24, 24, 0)).row().reasons())
        .containsExactly("denominator under 20");
    assertThat(decision(new Counted(10, 10, 0), new Counted(25, 25, 0)).row().population())
        .isEqualTo(20);
  }

  @Test
  void conditionIsNeverThatOfMoreThanAll() {
    ConditionPrevalence row = decision(new Counted(104, 104, -1), new Counted(105, 105, 0)).row();

    assertThat(row.persons()).isEqualTo(100);
    assertThat(row.value()).isEqualTo(100);
    assertThat(row.limits().orElseThrow().high()).isEqualTo(100);
  }

  private static Decision<ConditionPrevalence> decision(Counted persons, Counted population) {
    Counted none = new Counted(0, 0, 0);
    Sums sums = new Sums(persons, population, none, none, new Squares(0, 0, 0, 0));
    Cell cell = Cell.wholeArea("2024", "scope", "scope");
    return new ShownPrevalence(PerturbationTable.of(RULES), new Thresholds(RULES))
        .row(new PrevalenceCell("calderon60", "Asthma", cell, List.of(), sums));
  }
}
