package se.jamlik.pipeline.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.measure.About;
import se.jamlik.pipeline.measure.Cell;
import se.jamlik.pipeline.measure.Counted;
import se.jamlik.pipeline.measure.GroupSums;
import se.jamlik.pipeline.measure.IndicatorCell;
import se.jamlik.pipeline.measure.IndicatorValue;
import se.jamlik.pipeline.measure.SmallRegion;
import se.jamlik.pipeline.measure.Squares;
import se.jamlik.pipeline.measure.Status;
import se.jamlik.pipeline.measure.Sums;
import se.jamlik.pipeline.vocabulary.ProtectionRules;
import se.jamlik.pipeline.vocabulary.Settings;

/** Shares of a cost; a key of 0 takes five persons away. */
class ShownShareTest {
  private static final ProtectionRules RULES = Settings.defaults().protect();

  @Test
  void aShareIsOfSumsScaledWithTheShownPersonsAndHasNoInterval() {
    IndicatorValue row = shown(900, 15, 2_000, 205, 100);

    assertThat(row.status()).isEqualTo(Status.SHOWN);
    assertThat(row.numerator()).isEqualTo(900 * 10 / 15.0);
    assertThat(row.denominator()).isEqualTo(2_000 * 200 / 205.0);
    assertThat(row.low()).isNull();
    assertThat(row.high()).isNull();
  }

  @Test
  void aShareNeedsTenPersonsAtTheTop() {
    assertThat(shown(900, 14, 2_000, 205, 100).status()).isEqualTo(Status.SUPPRESSED);
    assertThat(shown(900, 14, 2_000, 205, 100).reasons()).containsExactly("fewer than 10 persons");
    assertThat(shown(900, 8, 2_000, 205, 100).reasons()).containsExactly("<5");
  }

  @Test
  void twoPersonsHaveAtMostNinetyPercentOfACost() {
    assertThat(shown(1_000, 15, 2_000, 205, 900).status()).isEqualTo(Status.SHOWN);
    assertThat(shown(1_000, 15, 2_000, 205, 901).status()).isEqualTo(Status.SUPPRESSED);
    assertThat(shown(1_000, 15, 2_000, 205, 901).reasons())
        .containsExactly("two persons have more than 90 % of the cost");
  }

  @Test
  void aShareIsNeverMoreThanAll() {
    Counted all = new Counted(2_000, 205, 0);

    IndicatorValue row = shown(new Counted(1_990, 30, -1), all, 100);

    assertThat(row.numerator()).isEqualTo(row.denominator());
    assertThat(row.value()).isEqualTo(100);
  }

  private static IndicatorValue shown(
      double top, long topPersons, double all, long allPersons, double twoLargest) {
    return shown(new Counted(top, topPersons, 0), new Counted(all, allPersons, 0), twoLargest);
  }

  private static IndicatorValue shown(Counted top, Counted all, double twoLargest) {
    Counted none = new Counted(0, 0, 0);
    Sums sums = new Sums(top, all, none, none, new Squares(0, 0, 0, 0));
    LocalDate day = LocalDate.of(2024, 12, 31);
    IndicatorCell cell =
        new IndicatorCell(
            SmallRegion.share(10, "events"),
            new Cell("2024", "scope", "scope", "all", "all", "none", "all"),
            new About(day, day, false, "Umeåregionen", "scope", "passed"),
            List.of(),
            List.of(),
            new GroupSums(sums, List.of(), twoLargest));
    List<Decision<IndicatorValue>> rows =
        new ShownIndicator(PerturbationTable.of(RULES), new Thresholds(RULES)).rows(cell);
    assertThat(rows).hasSize(1);
    return rows.get(0).row();
  }
}
