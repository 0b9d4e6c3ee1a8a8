package se.jamlik.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportsTest {

  @TempDir static Path folder;

  @BeforeAll
  static void writesReports() {
    Reports.write(
        InventedRelease.write(folder.resolve("release")), folder.resolve("reports"), Language.SV);
    Reports.write(
        InventedRelease.writeSuppressed(folder.resolve("suppressed")),
        folder.resolve("hidden"),
        Language.SV);
  }

  /** The whole, a large and a very small municipality, and two reports without a single value. */
  static List<Path> files() {
    return List.of(
        folder.resolve("reports/umearegionen.pdf"),
        folder.resolve("reports/umea.pdf"),
        folder.resolve("reports/bjurholm.pdf"),
        folder.resolve("hidden/umearegionen.pdf"),
        folder.resolve("hidden/bjurholm.pdf"));
  }

  @Test
  void writesAPdfAndAPageForTheScopeAndEachMunicipalityAndOneWorkbook() throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("reports"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "umearegionen.pdf",
              "bjurholm.pdf",
              "nordmaling.pdf",
              "robertsfors.pdf",
              "umea.pdf",
              "vindeln.pdf",
              "vannas.pdf",
              "umearegionen.html",
              "bjurholm.html",
              "nordmaling.html",
              "robertsfors.html",
              "umea.html",
              "vindeln.html",
              "vannas.html",
              "jamlik.xlsx");
    }
  }

  @Test
  void textOfAReportIsWhatAReaderSeesAndHears() throws Exception {
    String text = ReportText.of(files().get(0)).replaceAll("\\s+", " ");

    assertThat(text)
        .startsWith("Jämlik vård i ")
        .contains("Antal personer mellan ett och fyra")
        .contains("Alla värden finns i Tabell");
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFigureHasAnAlternativeText(Path file) throws Exception {
    try (PdfFile pdf = PdfFile.open(file)) {
      List<String> texts =
          pdf.elements("Figure").stream().map(PDStructureElement::getAlternateDescription).toList();
      assertThat(texts)
          .hasSizeGreaterThanOrEqualTo(6)
          .allSatisfy(
              text -> assertThat(text).contains("Alla värden finns i Tabell").hasSizeLessThan(301));
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyPageSaysThatTheNumbersAreInvented(Path file) throws Exception {
    try (PdfFile pdf = PdfFile.open(file)) {
      for (int page = 1; page <= pdf.pages(); page++) {
        assertThat(pdf.text(page, page)).as("page " + page).contains("Påhittade siffror");
      }
    }
  }

  @Test
  void chartsHoldRealText() throws Exception {
    try (PdfFile pdf = PdfFile.open(folder.resolve("reports/umearegionen.pdf"))) {
      assertThat(pdf.text(1, 1)).contains("Kvintil 1 (lägst inkomst)");
      assertThat(pdf.text(4, 4)).contains("Kvintil 2–4");
    }
  }

  @Test
  void numbersAreWrittenTheSwedishWay() throws Exception {
    try (PdfFile pdf = PdfFile.open(folder.resolve("reports/umearegionen.pdf"))) {
      assertThat(pdf.text()).contains("134 200").containsPattern("26,1–26,\\d");
    }
  }

  @Test
  void rareEventsStandAloneAndTogetherAndValuesFromElsewhereBesideOurs() throws Exception {
    try (PdfFile pdf = PdfFile.open(folder.resolve("reports/umearegionen.pdf"))) {
      assertThat(pdf.text())
          .contains("Ovanliga händelser: enskilda år, och 2023–2025 tillsammans")
          .containsPattern("2023\\s+2024\\s+2025\\s+2023–2025")
          .containsPattern("2024\\s+\\d\\d,\\d\\s+Riket\\s+22,5\\s+Påhittad\\s+statistik 2025")
          .containsPattern("Liknande\\s+kommuner\\s+3,1")
          .doesNotContain("statistik 2024", "statistik 2000");
    }
  }

  @Test
  void aReleaseOfHiddenCellsPrintsDotsAndNoJudgement() throws Exception {
    try (PdfFile pdf = PdfFile.open(folder.resolve("hidden/bjurholm.pdf"))) {
      assertThat(pdf.text(1, 1))
          .contains(
              "Underlaget räcker inte för att jämföra undvikbar slutenvård i Bjurholm med Umeåregionen")
          .contains(".. = uppgiften saknas, är sekretesskyddad eller för osäker för att redovisas.")
          .doesNotContain("▲")
          .doesNotContain("▼");
      assertThat(pdf.text()).contains("Redovisas inte (..)");
    }
  }

  @Test
  void theHeadlineIsAboutTheFirstMeasureWithCasesEnough() throws Exception {
    Path release = InventedRelease.writeWithout("PAVERK", folder.resolve("without"));

    List<Path> files = Reports.write(release, folder.resolve("without-reports"), Language.SV);

    try (PdfFile pdf = PdfFile.open(files.get(0))) {
      assertThat(pdf.text(1, 1))
          .contains("akutbesök 80+")
          .doesNotContain("Underlaget räcker inte för att jämföra undvikbar slutenvård");
    }
  }

  @Test
  void aLookBackThatIsTooShortIsNoDevelopment() throws Exception {
    try (PdfFile pdf = PdfFile.open(folder.resolve("reports/umearegionen.pdf"))) {
      assertThat(pdf.text(1, 1)).contains("Multisjuklighet 26,4 % av invånarna 95 % KI");
      assertThat(pdf.text(1, 1)).contains(".. för få år att jämföra");
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everySettingThatChangesAMeaningIsPrinted(Path file) throws Exception {
    try (PdfFile pdf = PdfFile.open(file)) {
      assertThat(pdf.text())
          .contains("huvuddiagnos och inskrivningssätt")
          .containsPattern("den första\\s+choices\\.stay-main-row")
          .containsPattern("inga\\s+choices\\.left-out-drugs")
          .containsPattern("C00–C97, Z51\\s+choices\\.readmission-excludes")
          .containsPattern("choices\\.later 3\\s+choices\\.later")
          .containsPattern("calderon60, ho2022\\s+groupers")
          .containsPattern("vårddag på sjukhus\\s+11 000\\s+costs\\.bed-day");
    }
  }

  @Test
  void aWarningIsToldWithItsRegisterAndTimeAndMarksWhatStandsOnIt() throws Exception {
    try (PdfFile pdf = PdfFile.open(folder.resolve("reports/umearegionen.pdf"))) {
      assertThat(oneLine(pdf.text(1, 1)))
          .contains("Undvikbar slutenvård‡† ", "Undvikbar slutenvård‡, per 100 000† ")
          .contains("Återinskrivning 65+, % ")
          .contains("† = registren som värdet bygger på fick en varning vid kontrollen.");
      assertThat(oneLine(pdf.text()))
          .contains("Datakvalitet Registren kontrolleras varje natt")
          .contains("Diagnosen är ingen kod i ICD-10-SE", "(hdia)", " 2025 25,4")
          .contains("Månaden saknar rader Bjurholm 2025-03 100,0")
          .doesNotContain("Värdet saknas (antal)");
    }
    try (PdfFile pdf = PdfFile.open(folder.resolve("reports/umea.pdf"))) {
      assertThat(oneLine(pdf.text())).contains(" 2025 25,4").doesNotContain("Bjurholm 2025-03");
    }
  }

  @Test
  void withoutAWarningNothingIsMarked() throws Exception {
    try (PdfFile pdf = PdfFile.open(folder.resolve("hidden/umearegionen.pdf"))) {
      assertThat(oneLine(pdf.text()))
          .contains("Ingen av kontrollerna gav en varning.")
          .doesNotContain("†");
    }
  }

  @Test
  void aMeasureOfCodesThatAreNotVerifiedSaysSoWhereItIsShown() throws Exception {
    try (PdfFile pdf = PdfFile.open(folder.resolve("reports/umearegionen.pdf"))) {
      String text = pdf.text();
      assertThat(oneLine(pdf.text(1, 1)))
          .contains("Undvikbar slutenvård‡† 811")
          .contains("‡ = kodlistan är inte verifierad");
      // In every table and chart; only sentences, contents and footers have the name alone.
      assertThat(text)
          .contains("Undvikbar slutenvård‡, per 100 000")
          .contains("Undvikbar slutenvård‡ (PAVERK)")
          .doesNotContain("Undvikbar slutenvård, per")
          .doesNotContain("Undvikbar slutenvård (PAVERK)")
          .doesNotContain("Multisjuklighet‡");
      assertThat(text.split("‡ = kodlistan", -1)).hasSizeGreaterThan(5);
    }
  }

  @Test
  void theStyleSheetHasNoFloat() throws Exception {
    try (InputStream in = Reports.class.getResourceAsStream("style.css")) {
      String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(css).doesNotContain("float").doesNotContain("position:");
    }
  }

  @Test
  void onlyValuesAndIndicatorsAreNeeded() throws Exception {
    Path small = InventedRelease.write(folder.resolve("small"));
    for (String table :
        List.of(
            "condition_count", "code_list", "delivery", "link_rate", "quality", "suppression")) {
      Files.delete(small.resolve(table).resolve("part-0.parquet"));
    }

    List<Path> files = Reports.write(small, folder.resolve("small-reports"), Language.SV);

    try (PdfFile pdf = PdfFile.open(files.get(0))) {
      assertThat(pdf.text())
          .contains("Releasen innehåller ingen förteckning över leveranser.")
          .contains("Releasen innehåller inga kontroller av registren.")
          .doesNotContain("5 eller fler");
    }
  }

  /**
   * As it is read, with the blanks that lines end with and those that keep words together alike.
   */
  private static String oneLine(String text) {
    return text.replaceAll("[\\s\u00A0\u202F]+†", "†").replaceAll("[\\s\u00A0\u202F]+", " ");
  }
}
