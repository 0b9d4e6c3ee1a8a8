package se.jamlik.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import se.jamlik.reports.page.SmallRelease;
import se.jamlik.reports.page.SmallRelease.Row;

/** Old people, children, funnels and courses as a reader's tools see them. */
class CarePagesTest {

  @TempDir static Path folder;

  private static List<Path> files;

  @BeforeAll
  static void writesReports() {
    release().read(folder.resolve("release"));
    files =
        Reports.write(folder.resolve("release"), folder.resolve("reports"), Language.SV).stream()
            .filter(file -> file.toString().endsWith(".pdf"))
            .toList();
  }

  /** Values alike everywhere but in one part of Umeå; Bjurholm's are hidden or very wide. */
  private static SmallRelease release() {
    SmallRelease release =
        new SmallRelease()
            .indicator("MM2", "%", "neutral")
            .indicator("PAVERK", "per 100 000", "lower")
            .indicator("BOTH65", "%", "neutral")
            .indicator("PSYKSPEC0_17", "%", "neutral");
    for (String indicator : List.of("MM2", "PAVERK", "BOTH65", "PSYKSPEC0_17")) {
      for (int year = 2021; year <= 2025; year++) {
        for (String area : List.of("scope", "2480")) {
          Row row = Row.of(indicator, String.valueOf(year), area).shown(20, 17.6, 22.6);
          release.with(row, row.crude(), row.ofQuintile(1), row.ofQuintile(5));
          release.with(row.ofQuintile(1).ofSex("women"), row.ofQuintile(5).ofSex("men"));
        }
        Row wide = Row.of(indicator, String.valueOf(year), "2403").shown(30, 5, 55, 40);
        release.with(wide, wide.crude());
      }
    }
    release.with(
        Row.of("MM2", "2025", "2480R001").crude().shown(27, 24.3, 29.8),
        Row.of("MM2", "2025", "2480R002").crude().shown(20, 17.6, 22.6));
    release
        .signal("funnel", "MM2", "2025", "2480", "within", 20, 20, 17.6, 22.6, 16.4, 24.2)
        .signal("funnel", "MM2", "2025", "2403", "within", 30, 20, 10, 34, 7, 44);
    for (String area : List.of("scope", "2480")) {
      release.signal(
          "trend", "PAVERK", "2021-2025", area, "no_trend", 0.01, 0, -0.02, 0.04, -0.04, 0.06);
    }
    return release;
  }

  @Test
  void theNewChartsHoldRealText() throws Exception {
    try (PdfFile pdf = PdfFile.open(files.get(0))) {
      assertThat(pdf.text())
          .contains("Slumpens gränser, 99,8 %", "Antal invånare")
          // Named both in the chart and in the table.
          .containsPattern("Ersboda 001[\\s\\S]*Ersboda 001[\\s\\S]*▲ högre")
          .contains("Äldre med stora behov hos båda huvudmännen", "Barn och unga")
          .contains("% per år", "Kvintil 1 (lägst inkomst)");
    }
  }

  @Test
  void everyPageConforms() throws Exception {
    for (Path file : files) {
      Conformance.assertConforms(file, PDFAFlavour.PDFUA_1);
      Conformance.assertConforms(file, PDFAFlavour.PDFA_3_A);
    }
  }

  @Test
  void bjurholmNeverClaimsAnythingFromWideIntervals() throws Exception {
    try (PdfFile pdf = PdfFile.open(folder.resolve("reports/bjurholm.pdf"))) {
      assertThat(pdf.text())
          .contains("Ingen säkerställd skillnad mellan Bjurholm och Umeåregionen")
          .contains("30,0")
          .doesNotContain("Bjurholm har högre nivå", "Bjurholm har lägre nivå")
          .doesNotContain("▲ högre", "▲ sämre", "▼ bättre", "▲ ökar", "▼ minskar");
    }
  }
}
