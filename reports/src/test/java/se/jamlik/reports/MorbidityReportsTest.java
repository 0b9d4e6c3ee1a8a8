package se.jamlik.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import se.jamlik.reports.page.Chapter;
import se.jamlik.reports.page.Report;
import se.jamlik.reports.page.ReportBuilder;
import se.jamlik.reports.page.Section;
import se.jamlik.reports.release.Release;
import se.jamlik.reports.release.ReleaseReader;

/** The chapters on the population, on inequality and on conditions that come together. */
class MorbidityReportsTest {

  @TempDir static Path folder;

  @BeforeAll
  static void writesReports() {
    Reports.write(
        InventedMorbidity.addTo(InventedRelease.write(folder.resolve("release"))),
        folder.resolve("reports"),
        Language.SV);
    Reports.write(
        InventedMorbidity.addSuppressedTo(
            InventedRelease.writeSuppressed(folder.resolve("suppressed"))),
        folder.resolve("hidden"),
        Language.SV);
  }

  static List<Path> files() {
    return List.of(
        folder.resolve("reports/umearegionen.pdf"),
        folder.resolve("reports/bjurholm.pdf"),
        folder.resolve("hidden/bjurholm.pdf"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void conformsAndIsVectorsWithTextThatAScreenReaderFinds(Path file) throws Exception {
    Conformance.assertConforms(file, PDFAFlavour.PDFUA_1);
    Conformance.assertConforms(file, PDFAFlavour.PDFA_3_A);
    try (PdfFile pdf = PdfFile.open(file)) {
      assertThat(pdf.images()).isEmpty();
      assertThat(pdf.fonts()).allMatch(PDFont::isEmbedded);
      assertThat(
              pdf.elements("Figure").stream()
                  .map(PDStructureElement::getAlternateDescription)
                  .toList())
          .anyMatch(text -> text.startsWith("Befolkningspyramid"))
          .anyMatch(text -> text.startsWith("Koncentrationskurva"))
          .anyMatch(text -> text.startsWith("Triangel"))
          .allSatisfy(
              text -> assertThat(text).contains("Alla värden finns i Tabell").hasSizeLessThan(301));
    }
  }

  @Test
  void thePyramidHasItsNumbersInATable() throws Exception {
    assertThat(text("reports/umearegionen.pdf"))
        .contains("Var fjärde invånare har minst två kroniska sjukdomar")
        .contains("Män, multisjuka Män, övriga Kvinnor, multisjuka Kvinnor, övriga")
        // The axis has no minus: men are as many as they are.
        .contains("15 000 10 000 5 000 0 5 000 10 000 15 000")
        .contains("40–49 år 9 972 1 795 18,0 9 972 1 795 18,0")
        .contains("Båda könen, alla åldrar: 25,5 procent (95 % KI 25,3–25,7).")
        .contains("är 65 procent minst 60 år, och 33 procent mellan 20 och 59 år.")
        .doesNotContain("−15 000");
  }

  @Test
  void aSmallMunicipalityGetsNoClaimFromAWideInterval() throws Exception {
    assertThat(text("reports/bjurholm.pdf"))
        .contains("Mellan 24 och 27 procent av invånarna har minst två kroniska sjukdomar")
        .contains("90+ år 12 10 83,3 12 10 83,3")
        .contains("0–9 år 123 .. .. 123 .. ..")
        .contains("har stapeln ingen mörk del, utan två punkter")
        .contains("Antalet redovisas inte för alla åldrar")
        .contains("Räknat på alla fem inkomstgrupper är ingen lutning säkerställd")
        .contains("intervallet för koncentrationsindex omfattar noll")
        .doesNotContain("Var fjärde invånare", "har en större del av", "lutar nivån");
  }

  @Test
  void inequalityOverAllGroupsIsToldWithIndexAndSlope() throws Exception {
    assertThat(text("reports/umearegionen.pdf"))
        .contains(
            "Undvikbar slutenvård: grupper med lägre inkomst har en större del av inläggningarna än av de vuxna")
        .contains("Koncentrationsindex −0,109 (95 % KI −0,120 till −0,098).")
        .contains("Koncentrationskurva", "Jämn fördelning")
        .contains("Kvintil 5 (högst) 100,0 100,0")
        .contains("lutar nivån uppåt mot lägre inkomst för multisjuklighet")
        .containsPattern("Akutbesök 80\\+, per 1 000 179 161–197 1,90 1,71–2,09 25");
  }

  @Test
  void conditionsThatComeTogetherAreThoseOfTheWhole() throws Exception {
    for (String file : List.of("reports/umearegionen.pdf", "reports/bjurholm.pdf")) {
      assertThat(text(file))
          .contains(
              "Hjärtsvikt och kranskärlssjukdom följs åt oftare än väntat, liksom allergi och astma")
          .contains("Samsjuklighet mellan de vanligaste kroniska sjukdomarna, Umeåregionen 2025.")
          // Asthma after hypertension, lipids and diabetes: nobody has those, itself, allergy.
          .contains("Astma 0,0 0,0 0,0 – 3,2 0,0 0,0 0,0 0,5 0,0 0,0 0,0")
          .contains("Blodbrist och diabetes 60 37,5 1,6 1,2–2,0")
          .contains("Diabetes, höga blodfetter och högt blodtryck 240 31,5 7,6 6,7–8,6")
          .doesNotContain("Demens och epilepsi 14");
    }
    assertThat(text("reports/bjurholm.pdf"))
        .contains("En enskild kommun har för få personer för det, så siffrorna gäller hela");
  }

  @Test
  void whatIsHiddenIsToldAsHidden() throws Exception {
    assertThat(text("hidden/bjurholm.pdf"))
        .contains("Hur stor andel som har minst två kroniska sjukdomar redovisas inte")
        .contains("Underlaget räcker inte för att räkna på alla fem inkomstgrupper")
        .contains("hur inläggningarna fördelar sig efter inkomst redovisas inte")
        .contains("När en inkomstgrupp inte får redovisas visas ingen kurva")
        .contains("Underlaget räcker inte för att säga vilka sjukdomar som följs åt")
        .contains("Kvintil 1 (lägst) .. .. ..")
        .doesNotContain("Koncentrationsindex −", "Paren som ligger", "kombinationerna av tre");
  }

  @Test
  void withoutTheTablesTheChaptersSaySo() {
    Path plain = InventedRelease.write(folder.resolve("plain"));

    Release release = ReleaseReader.read(plain);
    Report report =
        new ReportBuilder(release, Language.SV, ReportTemplate.STANDARD).about(release.scope());

    String nothing = "Releasen innehåller inga uppgifter till det här kapitlet.";
    assertThat(report.chapters())
        .filteredOn(chapter -> chapter.introduction().equals(nothing))
        .extracting(Chapter::title)
        .containsExactly(
            "Befolkning och multisjuklighet", "Barn och unga", "Sjukdomar som följs åt");
    assertThat(report.chapters())
        .flatExtracting(Chapter::sections)
        .extracting(Section::heading)
        .doesNotContain("Underlaget räcker inte för att räkna på alla fem inkomstgrupper");
  }

  private static String text(String file) throws Exception {
    try (PdfFile pdf = PdfFile.open(folder.resolve(file))) {
      return pdf.text();
    }
  }
}
