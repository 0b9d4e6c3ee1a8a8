package se.jamlik.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.Settings;
import se.jamlik.pipeline.vocabulary.UserError;
import se.jamlik.reports.ReportText;
import se.jamlik.reports.chart.Drawing;
import se.jamlik.reports.pdf.PdfWriter;

/** The gate with the reader of reports that the night gives it, on what is heard and not seen. */
final class HeardTextTest {
  @TempDir private Path out;

  @Test
  void fewPersonsInTheAlternativeTextOfAFigureAreRefused() throws IOException {
    try (StagedRelease staged = staged("Figuren visar att 3 personer har flyttat.")) {
      assertThatThrownBy(staged::publish)
          .isInstanceOfSatisfying(
              UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.PRIVACY))
          .hasMessageContaining("reports/umea.pdf: a count of too few persons in 1 places");
    }
  }

  @Test
  void personsEnoughInItAreNot() throws IOException {
    try (StagedRelease staged = staged("Figuren visar att 30 personer har flyttat.")) {
      assertThat(staged.publish().problems()).isEmpty();
    }
  }

  private StagedRelease staged(String alternative) throws IOException {
    Gate gate = new Gate(Settings.defaults().protect(), ReportText::of, Set.of("MM2"));
    StagedRelease staged =
        new Publisher(out, gate).stage(SmallRelease.tables(), SmallRelease.facts());
    Path reports = Files.createDirectories(staged.folder().resolve("reports"));
    String page =
        """
        <html lang="sv"><head><title>Umeå</title><meta name="description" content="Umeå"/>
        <style>body { font-family: 'Source Sans 3'; }</style></head>
        <body><h1>Umeå</h1><object type="application/x-jfreechart" data-chart="figure" alt="%s"
        style="width: 50mm; height: 20mm"></object></body></html>
        """
            .formatted(alternative);
    Drawing nothing = (graphics, area) -> {};
    Files.write(
        reports.resolve("umea.pdf"),
        PdfWriter.pdf(page, Map.of("figure", nothing), List.of(), Instant.EPOCH));
    return staged;
  }
}
