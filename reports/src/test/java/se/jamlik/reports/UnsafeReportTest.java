package se.jamlik.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsafeReportTest {

  @TempDir private Path folder;

  @Test
  void everyPageOfAnUnsafeReleaseSaysSo() throws Exception {
    Path release = InventedRelease.write(folder.resolve("release"));
    Path manifest = release.resolve("manifest.json");
    Files.writeString(
        manifest, Files.readString(manifest).replaceFirst("\\{", "{\"unsafe\": true, "));

    List<Path> reports =
        Reports.write(release, folder.resolve("reports"), Language.SV).stream()
            .filter(file -> file.toString().endsWith(".pdf"))
            .toList();

    assertThat(reports).hasSize(7);
    assertThat(ReportText.of(reports.get(0)).replaceAll("\\s+", " "))
        .contains("Skyddet för enskilda är svagare än Jämliks regler.");
    for (Path report : reports) {
      try (PdfFile pdf = PdfFile.open(report)) {
        for (int page = 1; page <= pdf.pages(); page++) {
          assertThat(pdf.text(page, page))
              .as("%s, page %d", report, page)
              .contains("OSÄKER UTGÅVA, får inte spridas");
        }
      }
    }
  }
}
