package se.jamlik.reports.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.release.Status;

class GapCourseTest {

  private static final double[] SAME = {100, 100, 100, 100, 100};

  private static Cell cell(double value, double halfWidth) {
    return Cell.shown(Estimate.of(value, value - halfWidth, value + halfWidth));
  }

  private static List<GapCourse.Year> years(double halfWidth, double[] first, double[] last) {
    List<GapCourse.Year> years = new ArrayList<>();
    for (int i = 0; i < first.length; i++) {
      years.add(new GapCourse.Year(2021 + i, cell(first[i], halfWidth), cell(last[i], halfWidth)));
    }
    return years;
  }

  private static GapCourse course(double halfWidth, double[] first, double[] last) {
    return GapCourse.of(years(halfWidth, first, last));
  }

  @Test
  void aGapThatGrowsInBothWaysGrows() {
    // Differences 50 to 90, ratios 1.5 to 1.9.
    assertThat(course(1, new double[] {150, 160, 170, 180, 190}, SAME))
        .isEqualTo(new GapCourse(Verdict.HIGHER, Verdict.HIGHER, Verdict.HIGHER, 2021, 2025));
  }

  @Test
  void whenAllFallByTheSamePercentageTheDifferenceShrinksAndTheRatioDoesNot() {
    // Both halve: differences 200 to 12.5, the ratio is always 2.
    GapCourse course =
        course(1, new double[] {400, 200, 100, 50, 25}, new double[] {200, 100, 50, 25, 12.5});

    assertThat(course.difference()).isEqualTo(Verdict.LOWER);
    assertThat(course.ratio()).isEqualTo(Verdict.NO_ESTABLISHED_DIFFERENCE);
  }

  @Test
  void aGapTheOtherWayShrinksWhenItComesCloserToZero() {
    // The lowest income has less: differences -90 to -50.
    assertThat(course(1, SAME, new double[] {190, 180, 170, 160, 150}))
        .isEqualTo(new GapCourse(Verdict.LOWER, Verdict.LOWER, Verdict.LOWER, 2021, 2025));
  }

  @Test
  void aGapThatIsNotEstablishedDoesNotMove() {
    // The same values as one that grows, but so few people that the years together are unsure.
    assertThat(course(95, new double[] {110, 120, 130, 140, 150}, SAME))
        .isEqualTo(
            new GapCourse(
                Verdict.NO_ESTABLISHED_DIFFERENCE,
                Verdict.NO_ESTABLISHED_DIFFERENCE,
                Verdict.NO_ESTABLISHED_DIFFERENCE,
                2021,
                2025));
  }

  @Test
  void threeYearsAndHiddenOrPreliminaryOnesAreTooFew() {
    GapCourse tooFew =
        new GapCourse(Verdict.TOO_FEW_TO_SAY, Verdict.TOO_FEW_TO_SAY, Verdict.TOO_FEW_TO_SAY, 0, 0);
    List<GapCourse.Year> three =
        years(1, new double[] {150, 170, 190}, new double[] {100, 100, 100});
    Cell preliminary =
        new Cell(Status.SHOWN, cell(210, 1).estimate(), Optional.empty(), true, false, "");

    for (Cell fourth : List.of(Cell.suppressed(), Cell.ABSENT, preliminary)) {
      List<GapCourse.Year> years = new ArrayList<>(three);
      years.add(new GapCourse.Year(2024, fourth, cell(100, 1)));

      assertThat(GapCourse.of(years)).isEqualTo(tooFew);
    }
  }

  @Test
  void aYearThatACheckWarnsOfInTheMiddleBreaksTheSeries() {
    List<GapCourse.Year> years =
        new ArrayList<>(years(1, new double[] {150, 160, 170, 180, 190}, SAME));
    Cell warned =
        new Cell(Status.SHOWN, cell(170, 1).estimate(), Optional.empty(), false, true, "");
    years.set(2, new GapCourse.Year(2023, warned, cell(100, 1)));

    assertThat(GapCourse.of(years).difference()).isEqualTo(Verdict.SERIES_BREAK);
  }

  @Test
  void aRatioWhoseDivisorReachesZeroIsNotJudged() {
    GapCourse course =
        course(5, new double[] {150, 160, 170, 180, 190}, new double[] {4, 4, 4, 4, 4});

    assertThat(course.difference()).isEqualTo(Verdict.HIGHER);
    assertThat(course.ratio()).isEqualTo(Verdict.TOO_FEW_TO_SAY);
  }
}
