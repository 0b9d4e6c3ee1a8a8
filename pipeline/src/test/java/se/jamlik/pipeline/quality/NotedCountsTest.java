package se.jamlik.pipeline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.adapt.MonthRows;
import se.jamlik.pipeline.adapt.Store.Note;

class NotedCountsTest {
  @Test
  void numbersInDoubtAreAddedUpByTheTableThatTheyStandIn() {
    List<Delivery> files =
        List.of(
            Drawn.file(1, "lmed", 100, Map.of()),
            Drawn.file(2, "lmed", 50, Map.of()),
            Drawn.file(3, "khsl", 10, Map.of()));

    assertThat(counted(files, files, "doubtful_numbers", "lmed"))
        .containsExactly("doubtful_numbers 2/150");
    assertThat(counted(files, files, "doubtful_numbers", "sol"))
        .containsExactly("doubtful_numbers 0/0");
  }

  @Test
  void aFileOfAnExtractCountsInEachTableThatTheExtractFills() {
    List<Delivery> files =
        List.of(
            Drawn.file(1, "omop54/e1/person", 10, Map.of()),
            Drawn.file(2, "omop54/e1/visit_occurrence", 30, Map.of()),
            Drawn.file(3, "omop54/e2/person", 5, Map.of()),
            Drawn.file(4, "lmed", 100, Map.of()));
    List<Delivery> shares =
        List.of(
            Drawn.file(2, "par_oppenvard", 20, Map.of()),
            Drawn.file(2, "pv_kontakt", 10, Map.of()),
            Drawn.file(4, "lmed", 100, Map.of()));

    assertThat(counted(files, shares, "doubtful_numbers", "par_oppenvard"))
        .containsExactly("doubtful_numbers 2/40");
    assertThat(counted(files, shares, "doubtful_numbers", "pv_kontakt"))
        .containsExactly("doubtful_numbers 2/40");
    assertThat(counted(files, shares, "doubtful_numbers", "lmed"))
        .containsExactly("doubtful_numbers 1/100");
  }

  @Test
  void theMonthsOfFilesAreThoseNotedWhenTheyWereRead() {
    List<Delivery> files =
        List.of(Drawn.file(1, "lmed", 100, Map.of()), Drawn.file(2, "lmed", 50, Map.of()));

    assertThat(counted(files, files, "changed_months", "lmed"))
        .containsExactly("changed_months 2026-01 1/1", "changed_months 1/1");
  }

  /** Each file has one number in doubt, all its rows in January and one in February. */
  private static List<String> counted(
      List<Delivery> files, List<Delivery> shares, String check, String table) {
    return new NotedCounts(
            files,
            shares,
            file ->
                Optional.of(
                    new Note(
                        file.number(),
                        file.rows(),
                        0,
                        0,
                        1,
                        List.of(
                            new MonthRows("all", 2026 * 12, file.rows()),
                            new MonthRows("all", 2026 * 12 + 1, 1)),
                        Map.of())),
            LocalDate.of(2026, 11, 22))
        .of(Drawn.check(check, table)).stream().map(SmallTables::inWords).toList();
  }
}
