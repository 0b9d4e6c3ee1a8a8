package se.jamlik.pipeline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.measure.About;
import se.jamlik.pipeline.measure.Cell;
import se.jamlik.pipeline.measure.Counted;
import se.jamlik.pipeline.measure.GroupSums;
import se.jamlik.pipeline.measure.IndicatorCell;
import se.jamlik.pipeline.measure.Squares;
import se.jamlik.pipeline.measure.Sums;

class FunnelTest {
  @Test
  void whatFellOutAndWhatIsLeftIsTheDeliveredRows() {
    List<Row> rows =
        Funnel.table(
                SmallTables.DEFINITIONS,
                List.of(
                    Drawn.file(1, "khsl", 100, Map.of("quarantined", 5L, "duplicates", 10L)),
                    Drawn.file(2, "khsl", 20, Map.of())),
                List.of(
                    Drawn.rate("khsl", "2401", "all", 60, 50, 3),
                    Drawn.rate("khsl", "2480", "all", 40, 40, 0),
                    Drawn.rate("khsl", "2480", "2025", 40, 40, 0)),
                new Funnel.Persons(0, Map.of()),
                List.of())
            .rows();

    assertThat(rows)
        .extracting(Row::toString)
        .filteredOn(row -> row.contains("khsl"))
        .containsExactly(
            "[rows,khsl,all,1,delivered,0,120]",
            "[rows,khsl,all,2,quarantined,5,115]",
            "[rows,khsl,all,3,equal to a row that was there,10,105]",
            "[rows,khsl,all,4,replaced by a later row of its key,2,103]",
            "[rows,khsl,all,5,dated after the night,3,100]",
            "[rows,khsl,all,6,of nobody with a population row,10,90]");
  }

  @Test
  void thePersonsOfAnIndicatorAtTheScopeAreFollowedToTheNumerator() {
    IndicatorCell scope = cell(Cell.wholeArea("2025", "scope", "scope"));
    List<Row> rows =
        Funnel.table(
                SmallTables.DEFINITIONS,
                List.of(),
                List.of(),
                new Funnel.Persons(1000, Map.of("2025", 700L)),
                List.of(scope, cell(Cell.wholeArea("2025", "municipality", "2480"))))
            .rows();

    assertThat(rows)
        .extracting(Row::toString)
        .filteredOn(row -> row.startsWith("[persons"))
        .containsExactly(
            "[persons,MM2,2025,1,with a population row,0,1000]",
            "[persons,MM2,2025,2,not resident in the scope at the start or the end,300,700]",
            "[persons,MM2,2025,3,not in the indicator's population, or of a municipality that sent nothing,100,600]",
            "[persons,MM2,2025,4,without what the numerator counts,480,120]");
  }

  private static IndicatorCell cell(Cell cell) {
    return new IndicatorCell(
        SmallTables.DEFINITIONS.indicators().stream()
            .filter(indicator -> indicator.id().equals("MM2"))
            .findFirst()
            .orElseThrow(),
        cell,
        new About(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), false, "", "passed"),
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
