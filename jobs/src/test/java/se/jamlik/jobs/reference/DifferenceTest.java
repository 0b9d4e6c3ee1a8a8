package se.jamlik.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private record Cell(String area, double theValue, String reason) {}

  @Test
  void namesWhatIsMissingExtraAndDifferent() {
    List<Map<String, Object>> expected =
        Difference.rows(
            List.of(new Cell("a", 1, null), new Cell("b", 2, "x; y"), new Cell("c", 3, null)));
    List<Map<String, Object>> actual =
        Difference.rows(
            List.of(
                new Cell("b", 2.1, "y; x"),
                new Cell("c", 3 + 1e-10, null),
                new Cell("d", 4, null)));

    assertThat(Difference.between(expected, actual, List.of("area")))
        .containsExactly(
            "missing area=a: {area=a, the_value=1.0, reason=null}",
            "differs area=b: the_value expected 2.0 but was 2.1",
            "extra   area=d: {area=d, the_value=4.0, reason=null}");
  }

  @Test
  void namesAKeyThatStandsTwice() {
    List<Map<String, Object>> rows =
        Difference.rows(List.of(new Cell("a", 1, null), new Cell("a", 1, null)));

    assertThat(Difference.between(rows, List.of(), List.of("area")))
        .contains("twice   area=a among the expected rows");
  }
}
