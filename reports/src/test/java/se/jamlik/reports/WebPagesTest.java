package se.jamlik.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every report as a web page, by itself and as a browser and those who cannot see it meet it. */
// The longest of all: its tests only read what is written.
@Execution(ExecutionMode.CONCURRENT)
class WebPagesTest {

  @TempDir static Path folder;

  private static Optional<Chromium> chromium;

  @BeforeAll
  static void findsTheBrowser() {
    chromium = Chromium.in(folder);
  }

  static List<Path> pages() {
    return WrittenReports.files(".html");
  }

  /** The others differ in numbers alone, and a browser takes seconds. */
  static List<Path> someOfEachKind() {
    return WrittenReports.someOfEachKind(".html").stream()
        .filter(page -> !page.endsWith("umea.html"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("someOfEachKind")
  void keepsTheRulesOfWcag21AaThatAMachineCanJudge(Path page) throws Exception {
    List<String> found = browser().judge(Files.readString(page));

    assertThat(found).hasSize(2).startsWith("").element(1).asString().startsWith("rules passed: ");
  }

  @Test
  void aPageWithPlantedFaultsIsFound() throws Exception {
    String page =
        Files.readString(pages().get(0))
            .replaceFirst(" lang=\"[^\"]+\"", "")
            .replaceFirst("<p class=\"under\">", "<p style=\"color:#335\">")
            .replaceFirst("(<main [^>]*>)", "$1<svg role=\"img\"></svg>")
            .replaceFirst("<h3>", "<h5>")
            .replaceFirst("</h3>", "</h5>");

    assertThat(browser().judge(page))
        .anyMatch(rule -> rule.startsWith("html-has-lang"))
        .anyMatch(rule -> rule.startsWith("color-contrast"))
        .anyMatch(rule -> rule.startsWith("svg-img-alt"))
        .anyMatch(rule -> rule.startsWith("heading-order"));
  }

  @ParameterizedTest
  @MethodSource("someOfEachKind")
  void fitsAWindowOf320Pixels(Path page) throws Exception {
    String text = Files.readString(page);

    assertThat(browser().overflow(text, 320)).isZero();
  }

  @Test
  void aPageThatIsTooWideIsFound() throws Exception {
    String wide =
        Files.readString(pages().get(0))
            .replace("<main ", "<p style=\"width:900px\">wide</p><main ");

    assertThat(browser().overflow(wide, 320)).isGreaterThan(500);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void standsAloneAndHasNoScript(Path page) throws Exception {
    String text = Files.readString(page);

    assertThat(text)
        .startsWith("<!DOCTYPE html>")
        .doesNotContain("<script", "javascript:", "<link", "@import", "<img", "<object")
        .doesNotContainPattern("(?:src|href)=\"(?!#|[a-z.-]+\\.pdf\")")
        .doesNotContainPattern("url\\((?!data:font/ttf;base64,|#figure-)")
        .doesNotContainPattern(" on[a-z]+=\"");
    assertThat(text.length()).isLessThan(600_000);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyIdIsGivenOnceAndEveryLinkLeadsSomewhere(Path page) throws Exception {
    String text = Files.readString(page);
    List<String> ids = all(text, " id=\"([^\"]+)\"");

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids)
        .containsAll(all(text, "href=\"#([^\"]+)\""))
        .containsAll(all(text, "url\\(#([^)]+)\\)"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void chartsAreVectorsWithRealTextAndTheirAlternativeText(Path page) throws Exception {
    List<String> charts = all(Files.readString(page), "(?s)(<svg.*?</svg>)");

    assertThat(charts)
        .hasSizeGreaterThanOrEqualTo(6)
        .allSatisfy(
            chart ->
                assertThat(chart)
                    .contains("role=\"img\"", "<title id=", "<desc id=", "<text ")
                    .doesNotContain("<image"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyTableNamesItsRowsAndColumns(Path page) throws Exception {
    List<String> tables = all(Files.readString(page), "(?s)(<table.*?</table>)");

    assertThat(tables)
        .hasSizeGreaterThan(8)
        .allSatisfy(
            table -> assertThat(table).contains("<caption>", "scope=\"col\"", "scope=\"row\""));
  }

  private static Chromium browser() {
    assumeTrue(
        chromium.isPresent(),
        "The pages are not judged: Chromium is missing (expected chromium on the path). Install it.");
    return chromium.orElseThrow();
  }

  private static List<String> all(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }
}
