package se.jamlik.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportsTest {

  @TempDir static Path folder;

  /**
   * The whole, a large and a very small municipality, two reports without a single value, and two
   * in English.
   */
  static List<Path> files() {
    return List.of(
        WrittenReports.about("umearegionen"),
        WrittenReports.about("umea"),
        WrittenReports.about("bjurholm"),
        WrittenReports.withoutValuesAbout("umearegionen"),
        WrittenReports.withoutValuesAbout("bjurholm"),
        WrittenReports.inEnglishAbout("umearegionen"),
        WrittenReports.inEnglishAbout("bjurholm"));
  }

  @Test
  void writesAPdfAndAPageForEachPlaceInEachLanguageAndOneWorkbook() throws Exception {
    Stream<String> places =
        Stream.of(
            "umearegionen", "bjurholm", "nordmaling", "robertsfors", "umea", "vindeln", "vannas");
    List<String> expected =
        Stream.concat(
                places.flatMap(
                    place ->
                        Stream.of(".pdf", ".html", ".en.pdf", ".en.html").map(end -> place + end)),
                Stream.of("jamlik.xlsx"))
            .toList();
    try (Stream<Path> files = Files.list(WrittenReports.folder())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void textOfAReportIsWhatAReaderSeesAndHears() throws Exception {
    String text = ReportText.of(files().get(0)).replaceAll("\\s+", " ");

    assertThat(text)
        .startsWith("Jämlik vård i ")
        .contains("Antal över noll men under 5 personer redovisas inte")
        .contains("Alla värden finns i Tabell");
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyPageSaysThatTheNumbersAreInvented(Path file) throws Exception {
    try (PdfFile pdf = PdfFile.open(file)) {
      for (int page = 1; page <= pdf.pages(); page++) {
        assertThat(pdf.text(page, page))
            .as("page " + page)
            .contains(isEnglish(file) ? "Invented numbers" : "Påhittade siffror");
      }
    }
  }

  @Test
  void theStyleSheetHasNoFloat() throws Exception {
    try (InputStream in = Reports.class.getResourceAsStream("style.css")) {
      String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(css).doesNotContain("float").doesNotContain("position:");
    }
  }

  @Test
  void onlyValuesAndIndicatorsAreNeeded() throws Exception {
    Path small = InventedRelease.write(folder.resolve("small"));
    for (String table :
        List.of(
            "condition_count", "code_list", "delivery", "link_rate", "quality", "suppression")) {
      Files.delete(small.resolve(table).resolve("part-0.parquet"));
    }

    List<Path> files = Reports.write(small, folder.resolve("small-reports"), Language.SV);

    try (PdfFile pdf = PdfFile.open(files.get(0))) {
      assertThat(pdf.text())
          .contains("Releasen innehåller ingen förteckning över leveranser.")
          .contains("Releasen innehåller inga kontroller av registren.")
          .doesNotContain("5 eller fler");
    }
  }

  private static boolean isEnglish(Path file) {
    return file.toString().endsWith(".en.pdf");
  }
}
