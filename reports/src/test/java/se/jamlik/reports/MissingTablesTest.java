package se.jamlik.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.jamlik.reports.page.Chapter;
import se.jamlik.reports.page.Report;
import se.jamlik.reports.page.ReportBuilder;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.release.Release;
import se.jamlik.reports.release.ReleaseReader;

/** A release that lacks a table gives a report all the same. */
class MissingTablesTest {
  private static final Set<String> NEEDED = Set.of("indicator", "indicator_value");

  @TempDir static Path folder;

  private static Path whole = Path.of("");

  @BeforeAll
  static void writesARelease() {
    whole = InventedRelease.write(folder.resolve("whole"));
  }

  static Stream<String> optionalTables() throws IOException {
    try (Stream<Path> tables = Files.list(InventedRelease.write(folder.resolve("listed")))) {
      return tables
          .filter(Files::isDirectory)
          .map(table -> table.getFileName().toString())
          .filter(table -> !NEEDED.contains(table))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("optionalTables")
  void everyChapterOfAReleaseWithoutATableSaysSomething(String table) {
    Path release = copyWithout(table::equals, folder.resolve("without-" + table));

    for (String place : new String[] {Area.SCOPE_CODE, "2403"}) {
      assertThat(about(release, place).chapters())
          .hasSize(ReportTemplate.STANDARD.chapters().size())
          .allSatisfy(chapter -> assertThat(chapter.introduction()).isNotBlank());
    }
  }

  @Test
  void aReleaseOfValuesAloneHasAllChapters() {
    Path release = copyWithout(table -> !NEEDED.contains(table), folder.resolve("alone"));

    Report report = about(release, Area.SCOPE_CODE);

    assertThat(report.chapters().stream().map(Chapter::title))
        .hasSize(ReportTemplate.STANDARD.chapters().size())
        .doesNotHaveDuplicates();
    assertThat(report.summary().messages()).hasSize(3);
  }

  private static Report about(Path folder, String code) {
    Release release = ReleaseReader.read(folder);
    Area place =
        Stream.concat(Stream.of(release.scope()), release.municipalities().stream())
            .filter(area -> area.code().equals(code))
            .findFirst()
            .orElseThrow();
    return new ReportBuilder(release, Language.SV, ReportTemplate.STANDARD).about(place);
  }

  private static Path copyWithout(Predicate<String> isLeftOut, Path to) {
    try (Stream<Path> files = Files.walk(whole)) {
      for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
        Path own = whole.relativize(file);
        boolean isOfTable = !own.toString().isEmpty() && !own.toString().endsWith(".json");
        if (!(isOfTable && isLeftOut.test(own.getName(0).toString()))) {
          Files.copy(file, to.resolve(own.toString()));
        }
      }
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
