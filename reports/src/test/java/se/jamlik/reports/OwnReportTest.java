package se.jamlik.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import se.jamlik.reports.page.ChapterKind;
import se.jamlik.reports.page.Selection;

/** A report with chapters, indicators, comparisons, logotype and contact of its own. */
class OwnReportTest {
  private static final ReportTemplate OWN = own("aldre", Map.of(Selection.TILES, List.of("HTJ65")));

  @TempDir static Path folder;

  @BeforeAll
  static void writesReports() {
    Reports.write(
        InventedRelease.write(folder.resolve("release")),
        folder.resolve("reports"),
        Language.SV,
        List.of(OWN));
  }

  @Test
  void hasItsOwnNameChaptersAndContact() throws Exception {
    try (PdfFile pdf = PdfFile.open(file("umea.aldre.pdf"))) {
      assertThat(pdf.title()).isEqualTo("Äldre i Umeå");
      assertThat(pdf.text(2, 2))
          .contains("1 Jämförelse mellan kommuner")
          .contains("2 Metod och källor")
          .contains("Kontakt")
          .contains("Enheten för analys")
          .doesNotContain("Utveckling över tid");
    }
  }

  @Test
  void hasItsOwnIndicatorsAndComparisons() throws Exception {
    try (PdfFile pdf = PdfFile.open(file("umea.aldre.pdf"))) {
      String text = pdf.text(1, 1);
      assertThat(text).containsPattern("Hemtjänst 65\\+\\s+\\d").contains("Vindeln");
      assertThat(text.replaceAll("\\s+", " "))
          .contains("En skillnad mot Vindeln anges bara när dess intervall");
      String municipalities = pdf.text(3, 3);
      assertThat(municipalities).contains("Umeå", "Vindeln").doesNotContain("Bjurholm");
    }
  }

  @Test
  void itsLogotypeHasAnAlternativeTextAndConforms() throws Exception {
    Path file = file("umea.aldre.pdf");
    Conformance.assertConforms(file, PDFAFlavour.PDFUA_1);
    Conformance.assertConforms(file, PDFAFlavour.PDFA_3_A);
    try (PdfFile pdf = PdfFile.open(file)) {
      assertThat(pdf.images()).hasSize(1);
      assertThat(
              pdf.elements("Figure").stream()
                  .map(PDStructureElement::getAlternateDescription)
                  .toList())
          .contains("Regionens märke");
    }
  }

  @Test
  void anIndicatorThatTheReleaseDoesNotHaveIsToldWithThoseItHas() {
    ReportTemplate wrong = own("fel", Map.of(Selection.TILES, List.of("HTJ56", "HTJ65")));

    assertThatThrownBy(
            () ->
                Reports.write(
                    folder.resolve("release"), folder.resolve("none"), Language.SV, List.of(wrong)))
        .isInstanceOf(CannotFollowTemplate.class)
        .hasMessage(
            "Cannot make report 'fel': release 2026-11-22.1 has no indicator HTJ56 (expected among BOTH65, CCI3, EB, ED80, HTJ65, MM2, MM3, MSA65, MSA65_CARE, MSA65_CORE, MSA65_SOCIAL, PAVERK, POLY5, READM30). Mend reports.templates in the settings.");
  }

  private static ReportTemplate own(String name, Map<Selection, List<String>> indicators) {
    return new ReportTemplate(
        name,
        Map.of(Language.SV, "Äldre i {place}"),
        List.of(ChapterKind.MUNICIPALITIES, ChapterKind.METHOD),
        indicators,
        List.of("2404", "riket"),
        Logotype.of(png(), Map.of(Language.SV, "Regionens märke")),
        List.of("Enheten för analys", "analys@example.org"));
  }

  /** A mark on a ground that is seen through, as logotypes are. */
  private static byte[] png() {
    BufferedImage image = new BufferedImage(120, 40, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillOval(4, 4, 32, 32);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static Path file(String name) {
    return folder.resolve("reports").resolve(name);
  }
}
