package se.jamlik.pipeline.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.measure.SumCheck;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

class SelfCheckTest {
  private static final SumCheck GOOD =
      new SumCheck(SumCheck.Rule.SHARE_IN_RANGE, "indicator_value", 12, List.of());
  private static final SumCheck BAD =
      new SumCheck(
          SumCheck.Rule.PARTS_ADD_UP,
          "indicator_value",
          7,
          List.of("MM2 2024 2480: the parts by sex do not add up to it"));

  @Test
  void aCheckOfATableIsARowOfErrors() {
    SumCheck more = new SumCheck(SumCheck.Rule.PARTS_ADD_UP, "indicator_value", 3, List.of());

    assertThat(QualityTable.of(SelfCheck.results(List.of(GOOD, BAD, more))).rows())
        .extracting(row -> row.mkString(" "))
        .containsExactly(
            "indicator_value parts_add_up all all all error 1 10 0.1 0.0 failed true conformance"
                + " the parts of a group do not add up to it en grupps delar blir inte gruppen",
            "indicator_value share_in_range all all all error 0 12 0.0 0.0 passed false conformance"
                + " a share is below 0 or above 1 en andel är under 0 eller över 1");
  }

  @Test
  void aWrongCellEndsTheNightAndIsNamed() {
    assertThatCode(() -> SelfCheck.refuse(List.of(GOOD))).doesNotThrowAnyException();
    assertThatThrownBy(() -> SelfCheck.refuse(List.of(GOOD, BAD)))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.QUALITY))
        .hasMessage(
            "Cannot publish: the self-check of sums found 1 wrong cells (expected none). Nothing was published; tell those who keep the program.%nindicator_value: MM2 2024 2480: the parts by sex do not add up to it"
                .formatted());
  }

  @Test
  void ofManyWrongCellsFortyAreNamed() {
    SumCheck many =
        new SumCheck(
            SumCheck.Rule.EQUAL_GROUPS,
            "equity",
            50,
            IntStream.range(0, 50).mapToObj(i -> "cell " + i).toList());

    assertThatThrownBy(() -> SelfCheck.refuse(List.of(many)))
        .hasMessageContaining("found 50 wrong cells")
        .hasMessageContaining("equity: cell 39")
        .hasMessageEndingWith("and 10 more");
  }
}
