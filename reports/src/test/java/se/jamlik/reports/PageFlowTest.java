package se.jamlik.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.jamlik.reports.page.Chapter;
import se.jamlik.reports.page.Report;
import se.jamlik.reports.page.ReportBuilder;
import se.jamlik.reports.page.Template;
import se.jamlik.reports.pdf.PdfWriter;
import se.jamlik.reports.release.Release;
import se.jamlik.reports.release.ReleaseReader;

/** No page of a report is left nearly empty where what follows has room on it. */
class PageFlowTest {

  @TempDir static Path folder;

  static List<Path> files() {
    return WrittenReports.files(Language.SV, ".pdf");
  }

  @ParameterizedTest
  @MethodSource("files")
  void theChaptersByAgeAndByIncomeHaveOnePageEach(Path file) throws Exception {
    try (PdfFile pdf = PdfFile.open(file)) {
      int byAge = pageThatStartsWith("2 Multisjuklighet", pdf);

      assertThat(pageThatStartsWith("3 Jämlikhet", pdf)).isEqualTo(byAge + 1);
      assertThat(pageThatStartsWith("4 Jämförelse", pdf)).isEqualTo(byAge + 2);
    }
  }

  @Test
  void aChapterThatHasNothingStandsBelowTheOneBeforeIt() throws Exception {
    Release release = ReleaseReader.read(InventedRelease.write(folder.resolve("release")));
    Report report =
        new ReportBuilder(release, Language.SV, ReportTemplate.STANDARD).about(release.scope());
    List<Chapter> empty =
        report.chapters().stream().skip(1).filter(chapter -> chapter.sections().isEmpty()).toList();

    try (PdfFile pdf = written(report)) {
      assertThat(empty).isNotEmpty();
      for (Chapter chapter : empty) {
        assertThat(pages(pdf)).noneMatch(page -> page.startsWith(chapter.bookmark()));
        assertThat(pdf.text())
            .contains(
                chapter.bookmark() + " Releasen innehåller inga uppgifter till det här kapitlet.");
      }
    }
  }

  private static PdfFile written(Report report) throws IOException {
    byte[] pdf =
        PdfWriter.pdf(
            Template.xhtml(report), report.drawings(), report.attachments(), report.madeAt());
    return PdfFile.open(Files.write(folder.resolve(report.fileName()), pdf));
  }

  private static int pageThatStartsWith(String heading, PdfFile pdf) {
    List<String> pages = pages(pdf);
    return IntStream.range(0, pages.size())
        .filter(page -> pages.get(page).startsWith(heading))
        .findFirst()
        .orElseThrow();
  }

  /** The pages that have a footer, which is read first, without it. */
  private static List<String> pages(PdfFile pdf) {
    return IntStream.rangeClosed(2, pdf.pages())
        .mapToObj(page -> afterFooter(pdf.text(page, page), page, pdf.pages()))
        .toList();
  }

  private static String afterFooter(String text, int page, int pages) {
    String footer = "%d (%d) ".formatted(page, pages);
    assertThat(text).contains(footer);
    return text.substring(text.indexOf(footer) + footer.length());
  }
}
