package se.jamlik.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.jamlik.reports.page.Chapter;
import se.jamlik.reports.page.Report;
import se.jamlik.reports.page.ReportBuilder;
import se.jamlik.reports.page.Section;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.release.Release;

/** Reads what whole reports say of the numbers in {@code sentences.md}. */
class SentencesOfReportsTest {

  @TempDir static Path folder;

  /** One row of the table. */
  record Told(
      String language,
      String about,
      String measure,
      String numbers,
      String marks,
      String where,
      String sentence) {
    @Override
    public String toString() {
      return String.join(" | ", language, about, measure, numbers, marks, where);
    }
  }

  static Stream<Told> rows() throws IOException {
    try (InputStream in = SentencesOfReportsTest.class.getResourceAsStream("sentences.md")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> line.matches("\\| (sv|en) \\|.*"))
              .map(line -> Stream.of(line.split("\\|", -1)).map(String::trim).toList())
              .map(
                  cells ->
                      new Told(
                          cells.get(1),
                          cells.get(2),
                          cells.get(3),
                          cells.get(4),
                          cells.get(5),
                          cells.get(6),
                          cells.get(7)))
              .toList()
              .stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void aReportSaysWhatItsNumbersBearOut(Told told) {
    List<ToldCell> cells = new ToldNumbers(told.measure(), told.marks()).cells(told.numbers());
    Release release = ToldRelease.of(folder.resolve(Integer.toHexString(told.hashCode())), cells);
    Language language = Language.valueOf(told.language().toUpperCase(Locale.ROOT));

    Report report =
        new ReportBuilder(release, language, ReportTemplate.STANDARD)
            .about(place(release, told.about()));

    assertThat(said(report, told.where())).isEqualTo(told.sentence());
  }

  private static Area place(Release release, String name) {
    return release.municipalities().stream()
        .filter(area -> area.name().equals(name))
        .findFirst()
        .orElseGet(release::scope);
  }

  private static String said(Report report, String where) {
    String[] words = where.split(" ", -1);
    String said =
        switch (words[0]) {
          case "headline" -> report.summary().headline();
          case "message" -> message(report.summary().messages(), Integer.parseInt(words[1]));
          default -> section(report, words);
        };
    // Which figure bears it out depends on what else the report holds.
    return said.replaceAll("[\\u00A0\\u202F]", " ")
        .replaceAll("\\((figur|figure) [0-9]+\\)", "($1 #)");
  }

  private static String message(List<Section.Item> messages, int number) {
    Section.Item message = messages.get(number - 1);
    return message.lead() + " " + message.body();
  }

  /** The heading of a chapter's first section or of one with a number, or what the first means. */
  private static String section(Report report, String[] words) {
    List<Section> sections =
        report.chapters().stream()
            .filter(chapter -> chapter.id().equals(words[0]))
            .map(Chapter::sections)
            .findFirst()
            .orElseThrow();
    if (words.length == 1) {
      return sections.get(0).heading();
    }
    return words[1].equals("meaning")
        ? meaning(sections.get(0))
        : sections.get(Integer.parseInt(words[1]) - 1).heading();
  }

  /** The meaning stands in a box of its own, or first among the notes of the table. */
  private static String meaning(Section section) {
    return section.meanings().isEmpty()
        ? section.tables().get(0).notes().get(0)
        : section.meanings().get(0);
  }
}
