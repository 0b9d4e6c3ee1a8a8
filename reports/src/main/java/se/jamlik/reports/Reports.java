package se.jamlik.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import se.jamlik.reports.page.Report;
import se.jamlik.reports.page.ReportBuilder;
import se.jamlik.reports.page.Template;
import se.jamlik.reports.pdf.PdfWriter;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.release.Release;
import se.jamlik.reports.release.ReleaseReader;
import se.jamlik.reports.words.Texts;

/** Writes PDF reports from a published release and nothing else. */
public final class Reports {

  private Reports() {}

  /**
   * Writes one report about the scope and one about each municipality, each named after its place.
   * The same release gives the same bytes.
   *
   * @param release the folder of one release
   * @param to the folder of the reports, made if it is missing
   * @param language one that reports {@link #areWrittenIn}
   * @return the files, the scope's first and then the municipalities' in the order of their names
   * @throws CannotReport when the folder is no release, a damaged one or one without a period
   */
  public static List<Path> write(Path release, Path to, Language language) {
    Release read = ReleaseReader.read(release);
    ReportBuilder builder = new ReportBuilder(read, language, ReportTemplate.STANDARD);
    makeFolder(to);
    return Stream.concat(Stream.of(read.scope()), read.municipalities().stream())
        .parallel()
        .map(place -> write(builder, place, to))
        .toList();
  }

  /** Whether there are texts in the language yet. */
  public static boolean areWrittenIn(Language language) {
    return Texts.existIn(language);
  }

  private static Path write(ReportBuilder builder, Area place, Path to) {
    Report report = builder.about(place);
    byte[] pdf = PdfWriter.pdf(Template.xhtml(report), report.drawings(), report.madeAt());
    try {
      return Files.write(to.resolve(report.fileName()), pdf);
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
