package se.jamlik.reports.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.release.Status;

class TrendTest {

  private static List<Trend.Year> years(double halfWidth, double... values) {
    List<Trend.Year> years = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      Estimate estimate = Estimate.of(values[i], values[i] - halfWidth, values[i] + halfWidth);
      years.add(new Trend.Year(2021 + i, Cell.shown(estimate)));
    }
    return years;
  }

  @Test
  void halvingEveryYearIsMinusFiftyPercentAYear() {
    Trend trend = Trend.of(years(1, 800, 400, 200, 100, 50));

    assertThat(trend.verdict()).isEqualTo(Verdict.LOWER);
    assertThat(trend.percentAYear()).isEqualTo(-50, within(1e-9));
    assertThat(trend.firstYear()).isEqualTo(2021);
    assertThat(trend.lastYear()).isEqualTo(2025);
  }

  @Test
  void risingYearsWithNarrowIntervalsRise() {
    assertThat(Trend.of(years(1, 100, 104, 108, 112, 117)).verdict()).isEqualTo(Verdict.HIGHER);
  }

  @Test
  void theSameYearsWithWideIntervalsAreNotEstablished() {
    assertThat(Trend.of(years(30, 100, 104, 108, 112, 117)).verdict())
        .isEqualTo(Verdict.NO_ESTABLISHED_DIFFERENCE);
  }

  @Test
  void yearsThatScatterMoreThanChanceAreNotEstablished() {
    assertThat(Trend.of(years(1, 100, 130, 90, 125, 118)).verdict())
        .isEqualTo(Verdict.NO_ESTABLISHED_DIFFERENCE);
  }

  @Test
  void threeYearsAreTooFew() {
    assertThat(Trend.of(years(1, 100, 80, 60)).verdict()).isEqualTo(Verdict.TOO_FEW_TO_SAY);
  }

  @Test
  void preliminaryHiddenAndShortLookBackYearsDoNotCount() {
    Estimate estimate = Estimate.of(50, 49, 51);
    Cell preliminary =
        new Cell(Status.SHOWN, Optional.of(estimate), Optional.empty(), true, false, "");
    Cell shortLookBack =
        new Cell(
            Status.SHOWN,
            Optional.of(estimate),
            Optional.empty(),
            false,
            false,
            "look-back shorter than 5 years");
    for (Cell cell : List.of(preliminary, shortLookBack, Cell.suppressed(), Cell.ABSENT)) {
      List<Trend.Year> years = new ArrayList<>(years(1, 100, 80, 60));
      years.add(new Trend.Year(2024, cell));

      assertThat(Trend.of(years).verdict()).isEqualTo(Verdict.TOO_FEW_TO_SAY);
    }
  }

  /**
   * The values fall by half each year; the years named stand on data that a check has warned of.
   */
  private static List<Trend.Year> warnedIn(Integer... warned) {
    List<Trend.Year> years = new ArrayList<>();
    for (Trend.Year year : years(1, 3200, 1600, 800, 400, 200, 100)) {
      boolean isWarned = List.of(warned).contains(year.year());
      years.add(
          new Trend.Year(
              year.year(),
              new Cell(
                  Status.SHOWN, year.cell().estimate(), Optional.empty(), false, isWarned, "")));
    }
    return years;
  }

  @Test
  void aWarnedYearInTheMiddleBreaksTheSeries() {
    assertThat(Trend.of(warnedIn(2023))).isEqualTo(new Trend(Verdict.SERIES_BREAK, 0, 0, 0));
    assertThat(Trend.isBroken(warnedIn(2023))).isTrue();
  }

  @Test
  void fourComparableYearsBesideABreakAreJudgedAlone() {
    Trend trend = Trend.of(warnedIn(2025, 2026));

    assertThat(trend.verdict()).isEqualTo(Verdict.LOWER);
    assertThat(trend.lastYear()).isEqualTo(2024);
  }

  @Test
  void yearsThatAreAllWarnedOfAreOneSeries() {
    Trend trend = Trend.of(warnedIn(2021, 2022, 2023, 2024, 2025, 2026));

    assertThat(trend.verdict()).isEqualTo(Verdict.LOWER);
    assertThat(Trend.isBroken(warnedIn())).isFalse();
  }

  @Test
  void tooFewYearsAreTooFewBrokenOrNot() {
    assertThat(Trend.of(warnedIn(2022).subList(0, 3)).verdict()).isEqualTo(Verdict.TOO_FEW_TO_SAY);
  }
}
