package se.jamlik.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import se.jamlik.reports.chart.Typeface;

/**
 * What every file keeps, in every language, with numbers and without a single one: the standards,
 * and what their validator does not see.
 */
// The longest of all: its tests only read what is written.
@Execution(ExecutionMode.CONCURRENT)
class PdfConformanceTest {

  @TempDir static Path folder;

  static List<Path> files() {
    return WrittenReports.files(".pdf");
  }

  /** The validator takes seconds. */
  static List<Path> someOfEachKind() {
    return WrittenReports.someOfEachKind(".pdf");
  }

  @ParameterizedTest
  @MethodSource("someOfEachKind")
  void conformsToPdfUa1AndPdfA3a(Path file) throws Exception {
    Conformance.assertConforms(file, PDFAFlavour.PDFUA_1);
    Conformance.assertConforms(file, PDFAFlavour.PDFA_3_A);
  }

  @ParameterizedTest
  @MethodSource("files")
  void tellsTitleLanguageAndOutline(Path file) throws Exception {
    try (PdfFile pdf = PdfFile.open(file)) {
      assertThat(pdf.title()).isNotBlank();
      assertThat(pdf.language()).isEqualTo(language(file).tag());
      assertThat(pdf.hasOutline()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyTableNamesItsRowsAndColumns(Path file) throws Exception {
    try (PdfFile pdf = PdfFile.open(file)) {
      List<PDStructureElement> tables = pdf.elements("Table");
      assertThat(tables).hasSizeGreaterThan(8);
      for (PDStructureElement table : tables) {
        assertThat(PdfFile.elements(table, "TH").stream().map(PdfFile::scope).distinct())
            .containsExactlyInAnyOrder("Row", "Column");
        assertThat(PdfFile.elements(table, "THead")).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFigureHasAnAlternativeText(Path file) throws Exception {
    try (PdfFile pdf = PdfFile.open(file)) {
      List<String> texts =
          pdf.elements("Figure").stream().map(PDStructureElement::getAlternateDescription).toList();
      assertThat(texts)
          .hasSizeGreaterThanOrEqualTo(6)
          .allSatisfy(text -> assertThat(text).isNotBlank().hasSizeLessThan(301));
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void theContentsAreTaggedAsContents(Path file) throws Exception {
    try (PdfFile pdf = PdfFile.open(file)) {
      assertThat(pdf.elements("TOC")).hasSize(1);
      assertThat(pdf.elements("TOCI")).hasSizeGreaterThanOrEqualTo(8);
      assertThat(pdf.elements("H1")).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyCharacterHasAGlyphAndNoneIsALigature(Path file) throws Exception {
    Font font =
        Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(Typeface.REGULAR.bytes()));
    try (PdfFile pdf = PdfFile.open(file)) {
      String text = pdf.text();
      assertThat(font.canDisplayUpTo(text)).isEqualTo(-1);
      assertThat(text).doesNotContain("#").doesNotContainPattern("[\\uFB00-\\uFB06]");
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everythingIsVectorsAndEmbeddedFonts(Path file) throws Exception {
    try (PdfFile pdf = PdfFile.open(file)) {
      assertThat(pdf.images()).isEmpty();
      assertThat(pdf.fonts()).isNotEmpty().allMatch(PDFont::isEmbedded);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void theCsvOfEveryTableIsAttachedToTheTableAndToTheFile(Path file) throws Exception {
    try (PdfFile pdf = PdfFile.open(file)) {
      int tables = pdf.elements("Table").size();
      Map<String, PdfFile.Attached> attached = pdf.attachments();

      assertThat(attached).hasSize(tables);
      assertThat(attached.values())
          .allSatisfy(
              one -> {
                assertThat(one.type()).isEqualTo("text/csv");
                assertThat(one.relationship()).isEqualTo("Data");
                assertThat(one.description()).isNotBlank();
                assertThat(one.text()).contains(",").endsWith("\r\n");
              });
      assertThat(pdf.attachedToTables()).containsExactlyInAnyOrderElementsOf(attached.keySet());
      assertThat(pdf.associated()).containsExactlyInAnyOrderElementsOf(attached.keySet());
    }
  }

  @Test
  void theSameReleaseGivesTheSameBytes() throws Exception {
    // A language is a table of texts: one tells whether order, time or chance is in the bytes.
    List<Path> again = Reports.write(WrittenReports.RELEASE, folder.resolve("again"), Language.SV);

    assertThat(again).hasSize(15);
    for (Path file : again) {
      Path first = WrittenReports.folder().resolve(file.getFileName().toString());
      assertThat(Files.mismatch(first, file)).as(file.toString()).isEqualTo(-1);
    }
  }

  private static Language language(Path file) {
    return file.toString().endsWith(".en.pdf") ? Language.EN : Language.SV;
  }
}
