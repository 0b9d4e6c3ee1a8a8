package se.jamlik.pipeline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.measure.About;
import se.jamlik.pipeline.measure.Cell;
import se.jamlik.pipeline.measure.Counted;
import se.jamlik.pipeline.measure.GroupSums;
import se.jamlik.pipeline.measure.IndicatorCell;
import se.jamlik.pipeline.measure.Squares;
import se.jamlik.pipeline.measure.Sums;
import se.jamlik.pipeline.quality.FunnelPersons.Residents;

class FunnelTest {
  @Test
  void whatFellOutAndWhatIsLeftIsTheDeliveredRows() {
    List<Row> rows =
        Funnel.table(
                SmallTables.DEFINITIONS,
                List.of(
                    new Funnel.Accounted(
                        Drawn.file(1, "khsl", 100, Map.of("quarantined", 5L, "duplicates", 10L)),
                        Map.of("column 'kva' is outside its list", 2L, "too few fields", 3L)),
                    new Funnel.Accounted(Drawn.file(2, "khsl", 20, Map.of()), Map.of())),
                List.of(
                    Drawn.rate("khsl", "2401", "all", 60, 50, 3),
                    Drawn.rate("khsl", "2480", "all", 40, 40, 0),
                    Drawn.rate("khsl", "2480", "2025", 40, 40, 0)),
                new FunnelPersons(0, List.of(), Map.of()),
                List.of())
            .rows();

    assertThat(rows)
        .extracting(Row::toString)
        .filteredOn(row -> row.contains("khsl"))
        .containsExactly(
            "[rows,khsl,all,1,delivered,0,120]",
            "[rows,khsl,all,2,quarantined: column 'kva' is outside its list,2,118]",
            "[rows,khsl,all,3,quarantined: too few fields,3,115]",
            "[rows,khsl,all,4,equal to a row that was there,10,105]",
            "[rows,khsl,all,5,replaced by a later row of its key,2,103]",
            "[rows,khsl,all,6,dated after the night,3,100]",
            "[rows,khsl,all,7,of nobody with a population row,10,90]");
  }

  @Test
  void thePersonsOfAnIndicatorAtTheScopeAreFollowedToTheNumerator() {
    assertThat(persons("MM2", Cell.wholeArea("2025", "scope", "scope")))
        .containsExactly(
            "[persons,MM2,2025,1,with a population row,0,1000]",
            "[persons,MM2,2025,2,not resident in the scope at the start or the end,100,900]",
            "[persons,MM2,2025,3,of a municipality that did not deliver what the indicator needs,0,900]",
            "[persons,MM2,2025,4,not resident in the scope at the end,100,800]",
            "[persons,MM2,2025,5,not in the indicator's population,200,600]",
            "[persons,MM2,2025,6,without what the numerator counts,480,120]");
    assertThat(persons("MM2", Cell.wholeArea("2025", "municipality", "2480"))).isEmpty();
    assertThat(persons("MM2", Cell.wholeArea("2023-2025", "scope", "scope"))).isEmpty();
  }

  @Test
  void whoLivesWhereNothingWasDeliveredFallsOutForThatReason() {
    assertThat(persons("HTJ80", Cell.wholeArea("2025", "scope", "scope")))
        .contains(
            "[persons,HTJ80,2025,3,of a municipality that did not deliver what the indicator needs,200,700]",
            "[persons,HTJ80,2025,4,not resident in the scope at the end,50,650]");
  }

  @Test
  void aDenominatorThatAsksForMoreThanThePopulationIsAStepOfItsOwn() {
    assertThat(persons("UKMEAN", Cell.wholeArea("2025", "scope", "scope")))
        .contains(
            "[persons,UKMEAN,2025,4,not in the indicator's population,200,700]",
            "[persons,UKMEAN,2025,5,without what the denominator counts,100,600]");
  }

  private static List<String> persons(String indicator, Cell cell) {
    FunnelPersons persons =
        new FunnelPersons(
            1000,
            List.of(
                new Residents("2025", "2401", 200, 150, Map.of("UKMEAN", 100L)),
                new Residents("2025", "2480", 700, 650, Map.of("UKMEAN", 600L)),
                new Residents("2024", "2480", 800, 800, Map.of())),
            Map.of("sol", Set.of("2401")));
    return Funnel.table(
            SmallTables.DEFINITIONS, List.of(), List.of(), persons, List.of(cell(indicator, cell)))
        .rows()
        .stream()
        .map(Row::toString)
        .filter(row -> row.startsWith("[persons"))
        .toList();
  }

  private static IndicatorCell cell(String id, Cell cell) {
    return new IndicatorCell(
        SmallTables.DEFINITIONS.indicators().stream()
            .filter(indicator -> indicator.id().equals(id))
            .findFirst()
            .orElseThrow(),
        cell,
        new About(
            LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), false, "", "scope", "passed"),
        List.of(),
        List.of(),
        new GroupSums(
            new Sums(
                new Counted(120, 120, 1),
                new Counted(600, 600, 2),
                new Counted(0, 0, 0),
                new Counted(0, 0, 0),
                new Squares(0, 0, 0, 0)),
            List.of(),
            0));
  }
}
