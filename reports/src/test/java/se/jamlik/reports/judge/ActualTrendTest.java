package se.jamlik.reports.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.release.Interval;
import se.jamlik.reports.release.Signal;
import se.jamlik.reports.release.Status;

class ActualTrendTest {

  private static Optional<Signal> signal(String verdict) {
    return Optional.of(
        new Signal(
            "PAVERK",
            "2021-2025",
            "scope",
            Signal.Kind.TREND,
            Optional.of(
                new Signal.Numbers(
                    Math.log(1.1),
                    0,
                    new Interval(Math.log(1.05), Math.log(1.15)),
                    new Interval(Math.log(1.02), Math.log(1.18)),
                    verdict))));
  }

  private static Cell cell(boolean isPreliminary, boolean hasWarning, String reason) {
    return new Cell(
        Status.SHOWN,
        Optional.of(Estimate.of(100, 90, 110)),
        Optional.empty(),
        isPreliminary,
        hasWarning,
        reason);
  }

  private static List<Trend.Year> yearsUntil(Cell last) {
    List<Trend.Year> years = new ArrayList<>();
    for (int year = 2021; year < 2025; year++) {
      years.add(new Trend.Year(year, cell(false, false, "")));
    }
    years.add(new Trend.Year(2025, last));
    return years;
  }

  @ParameterizedTest
  @CsvSource({"rising, HIGHER", "falling, LOWER", "no_trend, NO_ESTABLISHED_DIFFERENCE"})
  void theVerdictIsThatOfTheRelease(String spelled, Verdict verdict) {
    ActualTrend trend = ActualTrend.of(signal(spelled), yearsUntil(cell(false, false, "")));

    assertThat(trend.verdict()).isEqualTo(verdict);
    Estimate change = trend.change().orElseThrow();
    // A logarithm of 1.1 a year is ten percent a year.
    assertThat(change.value()).isEqualTo(10, within(1e-9));
    assertThat(change.interval().orElseThrow().low()).isEqualTo(5, within(1e-9));
    assertThat(trend.of998().orElseThrow().high()).isEqualTo(18, within(1e-9));
  }

  @Test
  void nothingIsSaidWithoutARowOrBeforeTheYearsAreFinal() {
    ActualTrend unknown =
        new ActualTrend(Verdict.TOO_FEW_TO_SAY, Optional.empty(), Optional.empty());

    assertThat(ActualTrend.of(Optional.empty(), yearsUntil(cell(false, false, ""))))
        .isEqualTo(unknown);
    assertThat(ActualTrend.of(signal("rising"), yearsUntil(cell(true, false, ""))))
        .isEqualTo(unknown);
    assertThat(
            ActualTrend.of(
                signal("rising"), yearsUntil(cell(false, false, "look-back shorter than 5 years"))))
        .isEqualTo(unknown);
    assertThat(ActualTrend.of(signal("rising"), yearsUntil(cell(false, false, "")).subList(0, 3)))
        .isEqualTo(unknown);
  }

  @Test
  void aYearThatACheckWarnsOfBreaksTheSeriesUnlessAllDo() {
    assertThat(ActualTrend.of(signal("rising"), yearsUntil(cell(false, true, ""))))
        .isEqualTo(new ActualTrend(Verdict.SERIES_BREAK, Optional.empty(), Optional.empty()));

    List<Trend.Year> allWarned = new ArrayList<>();
    for (int year = 2021; year <= 2025; year++) {
      allWarned.add(new Trend.Year(year, cell(false, true, "")));
    }
    assertThat(ActualTrend.of(signal("rising"), allWarned).verdict()).isEqualTo(Verdict.HIGHER);
  }
}
