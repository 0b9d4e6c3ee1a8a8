package se.jamlik.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.jamlik.reports.chart.ConcentrationChart.Corner;
import se.jamlik.reports.page.ConcentrationSection.Group;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.release.Status;

class ConcentrationSectionTest {

  private static Cell shown(double value, double denominator) {
    return new Cell(
        Status.SHOWN, Optional.of(Estimate.of(value)), Optional.of(denominator), false, false, "");
  }

  @Test
  void aGroupHasItsPartOfThePeopleAndOfTheCases() {
    // 2 per cent of 300 and 1 of 100 are six cases and one, of four hundred people.
    List<Group> groups = ConcentrationSection.groups(List.of(shown(2, 300), shown(1, 100)));

    assertThat(groups).containsExactly(new Group(75, 600 / 7.0), new Group(25, 100 / 7.0));
    assertThat(ConcentrationSection.corners(groups))
        .containsExactly(new Corner(0, 0), new Corner(75, 600 / 7.0), new Corner(100, 100));
  }

  @Test
  void oneHiddenGroupHidesTheCurve() {
    List<Group> groups =
        ConcentrationSection.groups(List.of(shown(2, 300), Cell.suppressed(), shown(1, 100)));

    assertThat(groups).isEmpty();
    assertThat(ConcentrationSection.corners(groups)).isEmpty();
  }

  @Test
  void noCasesMakeNoCurve() {
    assertThat(ConcentrationSection.groups(List.of(shown(0, 300), shown(0, 100)))).isEmpty();
  }
}
