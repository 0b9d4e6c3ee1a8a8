package se.jamlik.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import se.jamlik.reports.excel.WorkbookWriter;
import se.jamlik.reports.html.HtmlWriter;
import se.jamlik.reports.page.Report;
import se.jamlik.reports.page.ReportBuilder;
import se.jamlik.reports.page.Template;
import se.jamlik.reports.pdf.PdfWriter;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.release.Indicator;
import se.jamlik.reports.release.Release;
import se.jamlik.reports.release.ReleaseReader;

/** Writes reports and a workbook from a published release and nothing else. */
public final class Reports {

  private Reports() {}

  /** Writes the standard report alone. */
  public static List<Path> write(Path release, Path to, Language language) {
    return write(release, to, language, List.of(ReportTemplate.STANDARD));
  }

  /**
   * Writes the reports of each template, one about the scope and one about each municipality, each
   * as PDF and as a web page named after its place, and one workbook for all. The same release
   * gives the same bytes.
   *
   * @param release the folder of one release
   * @param to the folder of the reports, made if it is missing
   * @return the files of each template, the scope's first and then the municipalities' in the order
   *     of their names, and the workbook last
   * @throws CannotReport when the folder is no release, a damaged one or one without a period
   * @throws CannotFollowTemplate when a template names an indicator that the release does not have
   */
  public static List<Path> write(
      Path release, Path to, Language language, List<ReportTemplate> templates) {
    Release read = ReleaseReader.read(release);
    refuseUnknownIndicators(read, templates);
    makeFolder(to);
    Stream<Supplier<List<Path>>> reports =
        templates.stream()
            .map(template -> new ReportBuilder(read, language, template))
            .flatMap(
                builder ->
                    Stream.concat(Stream.of(read.scope()), read.municipalities().stream())
                        .map(place -> () -> write(builder, place, to)));
    Supplier<List<Path>> workbook =
        () -> List.of(WorkbookWriter.write(release, to.resolve(WorkbookWriter.FILE)));
    return Stream.concat(reports, Stream.of(workbook)).toList().parallelStream()
        .map(Supplier::get)
        .flatMap(List::stream)
        .toList();
  }

  private static void refuseUnknownIndicators(Release release, List<ReportTemplate> templates) {
    List<String> known = release.indicators().stream().map(Indicator::id).sorted().toList();
    for (ReportTemplate template : templates) {
      List<String> unknown =
          template.indicators().values().stream()
              .flatMap(List::stream)
              .filter(id -> !known.contains(id))
              .distinct()
              .sorted()
              .toList();
      if (!unknown.isEmpty()) {
        throw new CannotFollowTemplate(
            "Cannot make report '%s': release %s has no indicator %s (expected among %s). Mend reports.templates in the settings."
                .formatted(
                    template.name(),
                    release.manifest().release(),
                    String.join(", ", unknown),
                    String.join(", ", known)));
      }
    }
  }

  private static List<Path> write(ReportBuilder builder, Area place, Path to) {
    Report report = builder.about(place);
    byte[] pdf =
        PdfWriter.pdf(
            Template.xhtml(report), report.drawings(), report.attachments(), report.madeAt());
    String web = report.fileName().replaceAll("\\.pdf$", ".html");
    return List.of(
        write(to.resolve(report.fileName()), pdf), write(to.resolve(web), HtmlWriter.html(report)));
  }

  private static Path write(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
