package se.jamlik.pipeline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.adapt.MonthRows;

class FileMonthsTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

  @Test
  void aMonthOfTheNewestFileIsComparedWithThatOfTheFileBefore() {
    // A fifth of 400 is 80, as is 4 times its root: 320 and 480 are borne, 319 and 481 are not.
    List<List<MonthRows>> files =
        List.of(file("all", 400, 400, 400, 400, 50), file("all", 320, 319, 480, 481, 400, 400));

    // May was the last month of the file before, which was not over, and nobody had June.
    assertThat(counted(files, "changed_months", "lmed"))
        .containsExactly(
            "changed_months 2026-02 1/1", "changed_months 2026-04 1/1", "changed_months 2/4");
  }

  @Test
  void aMonthThatIsLostInsideTheNewestFileIsTold() {
    assertThat(
            counted(
                List.of(file("all", 100, 100, 100, 100), file("all", 100, 0, 100, 100)),
                "changed_months",
                "lmed"))
        .containsExactly("changed_months 2026-02 1/1", "changed_months 1/3");
  }

  @Test
  void everyDelivererIsComparedWithItsOwnFiles() {
    List<List<MonthRows>> files =
        List.of(
            file("2401", 100, 100, 100),
            file("2480", 900, 900, 900),
            file("2401", 100, 160, 100),
            file("2480", 900, 900, 900));

    assertThat(counted(files, "changed_months", "khsl"))
        .containsExactly(
            "changed_months 2401 1/2",
            "changed_months 2026-02 2401 1/1",
            "changed_months 2480 0/2",
            "changed_months 1/4");
  }

  @Test
  void filesThatShareNoMonthAreNotCompared() {
    assertThat(
            counted(
                List.of(file("all", 100, 100), file("all", 0, 0, 10, 10)),
                "changed_months",
                "lmed"))
        .containsExactly("changed_months 0/0");
  }

  @Test
  void aCorrectionIsComparedWithNothingAndNothingWithIt() {
    List<MonthRows> whole = file("all", 100, 100, 100);
    List<MonthRows> correction = file("all", 3, 0, 2);

    assertThat(counted(List.of(whole, correction), "changed_months", "lmed"))
        .containsExactly("changed_months 0/0");
    assertThat(counted(List.of(whole, correction, whole), "changed_months", "lmed"))
        .containsExactly("changed_months 0/2");
  }

  @Test
  void aMonthIsComparedWithTheMedianOfTheLastThirtyFilesThatHoldIt() {
    // The median is 100 with deviations of 20: 180 is borne, 181 is not.
    List<List<MonthRows>> files =
        Stream.of(80, 80, 100, 100, 120, 120).map(rows -> file("all", rows, rows)).toList();

    assertThat(counted(and(files, file("all", 180, 181)), "unusual_file_months", "lmed"))
        .containsExactly("unusual_file_months 2026-02 1/1", "unusual_file_months 1/2");
    assertThat(
            counted(and(files.subList(1, 6), file("all", 180, 181)), "unusual_file_months", "lmed"))
        .containsExactly("unusual_file_months 0/0");
  }

  @Test
  void filesOlderThanTheLastThirtyDoNotCount() {
    List<List<MonthRows>> files =
        IntStream.range(0, 70).mapToObj(i -> file("all", i < 40 ? 150 : 100)).toList();

    assertThat(counted(and(files, file("all", 141)), "unusual_file_months", "lmed"))
        .containsExactly("unusual_file_months 2026-01 1/1", "unusual_file_months 1/1");
  }

  @Test
  void fewRowsAreNotCompared() {
    List<List<MonthRows>> files = IntStream.range(0, 8).mapToObj(i -> file("all", 19, 9)).toList();

    assertThat(counted(and(files, file("all", 99, 9)), "unusual_file_months", "lmed"))
        .containsExactly("unusual_file_months 0/0");
    assertThat(counted(and(files, file("all", 99, 9)), "changed_months", "lmed"))
        .containsExactly("changed_months 0/0");
  }

  @Test
  void withoutFilesThereIsNothingToCheck() {
    assertThat(counted(List.of(), "changed_months", "lmed")).containsExactly("changed_months 0/0");
  }

  private static List<List<MonthRows>> and(List<List<MonthRows>> files, List<MonthRows> newest) {
    return Stream.concat(files.stream(), Stream.of(newest)).toList();
  }

  /** A file of so many rows a month from January 2026. */
  private static List<MonthRows> file(String municipality, long... rows) {
    List<MonthRows> months = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] > 0) {
        months.add(new MonthRows(municipality, 2026 * 12 + i, rows[i]));
      }
    }
    return months;
  }

  private static List<String> counted(List<List<MonthRows>> files, String check, String table) {
    return new FileMonths(files, AS_OF)
        .of(Drawn.check(check, table)).stream().map(SmallTables::inWords).toList();
  }
}
