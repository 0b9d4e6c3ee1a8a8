package se.jamlik.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.jamlik.jobs.reference.ReferenceDrugs.Dispensing;

class ReferenceDrugsTest {

  @Test
  void rowsOfOneDateAreAddedAndUnknownCountsAsOnePackage() {
    assertThat(
            of(
                row("2024-03-01", "2", "10"),
                row("2024-03-01", "-1", "30"),
                row("2024-03-01", null, null)))
        .containsExactly(
            covering("2024-03-01", 60)); // 2 - 1 + 1 packages of the largest known 30 doses
    assertThat(of(row("2024-03-01", "1", "10"), row("2024-03-01", "-1", "10"))).isEmpty();
  }

  @Test
  void correctionCancelsTheNearestEarlierDatesLatestFirst() {
    assertThat(
            of(
                row("2024-01-01", "2", "10"),
                row("2024-02-01", "1", "10"),
                row("2024-02-15", "-2", "10")))
        .containsExactly(covering("2024-01-01", 10));
  }

  @Test
  void correctionReachesNinetyDaysBack() {
    // 2024-03-31 is 90 days after 2024-01-01.
    assertThat(of(row("2024-01-01", "1", "10"), row("2024-03-31", "-1", null))).isEmpty();
    assertThat(of(row("2024-01-01", "1", "10"), row("2024-04-01", "-1", null)))
        .containsExactly(covering("2024-01-01", 10));
  }

  @Test
  void correctionNeverCancelsWhatCameLater() {
    assertThat(of(row("2024-02-15", "-1", null), row("2024-02-16", "1", "10")))
        .containsExactly(covering("2024-02-16", 10));
  }

  @Test
  void dateWithAPositiveRowIsNoCorrectionEvenWhenItsSumIsNegative() {
    assertThat(
            of(
                row("2024-01-01", "1", "10"),
                row("2024-01-10", "1", "10"),
                row("2024-01-10", "-2", "10")))
        .containsExactly(covering("2024-01-01", 10));
  }

  @Test
  void laterCorrectionWorksOnWhatTheEarlierOneLeft() {
    assertThat(
            of(
                row("2024-01-01", "3", "10"),
                row("2024-01-10", "-1", null),
                row("2024-01-20", "-1.5", null)))
        .containsExactly(covering("2024-01-01", 5)); // 0.5 packages of 10 doses
  }

  @Test
  void coverIsRoundedHalfUpBetweenOneAndHundredAndTwentyDays() {
    assertThat(of(row("2024-01-01", "0,5", "25"))).containsExactly(covering("2024-01-01", 13));
    assertThat(of(row("2024-01-01", "0.01", "10"))).containsExactly(covering("2024-01-01", 1));
    assertThat(of(row("2024-01-01", "9", "100"))).containsExactly(covering("2024-01-01", 120));
    assertThat(of(row("2024-01-01", "9", null))).containsExactly(covering("2024-01-01", 90));
  }

  @Test
  void lastDayOfCoverIsTheDayBeforeItsEnd() {
    List<Dispensing> dispensings = of(row("2024-12-02", "1", "30"));

    assertThat(ReferenceDrugs.inUseOn(LocalDate.of(2024, 12, 31), dispensings))
        .containsExactly("C07AB02");
    assertThat(ReferenceDrugs.inUseOn(LocalDate.of(2025, 1, 1), dispensings)).isEmpty();
  }

  @Test
  void onlyFullCodesOutsideSkinDrugsAreInUse() {
    List<Dispensing> dispensings =
        ReferenceDrugs.of(
            Drawn.typed(
                "lmed",
                List.of(drug("c07ab02"), drug("D01AC01"), drug("C07AB"), drug("C07AB0234"))));

    assertThat(ReferenceDrugs.inUseOn(LocalDate.of(2024, 1, 1), dispensings))
        .containsExactly("C07AB02");
  }

  private static Map<String, String> drug(String atc) {
    return Drawn.row("lopnr", "1", "atc", atc, "edatum", "2024-01-01", "antal", "1");
  }

  private static Map<String, String> row(String date, String packages, String doses) {
    return Drawn.row(
        "lopnr", "1", "atc", "C07AB02", "edatum", date, "antal", packages, "forpddd", doses);
  }

  // The rows are only read.
  @SuppressWarnings("varargs")
  @SafeVarargs
  private static List<Dispensing> of(Map<String, String>... rows) {
    return ReferenceDrugs.of(Drawn.typed("lmed", List.of(rows)));
  }

  private static Dispensing covering(String date, int days) {
    LocalDate from = LocalDate.parse(date);
    return new Dispensing("C07AB02", from, from.plusDays(days));
  }
}
