package se.jamlik.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands on the pages of the invented reports. */
class WhatReportsTellTest {

  /** The page on which the appendix begins, in the contents. */
  private static final Pattern IN_DEPTH =
      Pattern.compile("(?:Bilaga A Fördjupning|Appendix A In depth) (\\d+)");

  @TempDir static Path folder;

  @Test
  void chartsHoldRealText() throws Exception {
    try (PdfFile pdf = PdfFile.open(WrittenReports.about("umearegionen"))) {
      assertThat(pdf.text(1, 1)).contains("Kvintil 1 (lägst inkomst)");
      assertThat(pdf.text(4, 4)).contains("Kvintil 2–4");
    }
  }

  @Test
  void numbersAreWrittenTheSwedishWay() throws Exception {
    try (PdfFile pdf = PdfFile.open(WrittenReports.about("umearegionen"))) {
      assertThat(pdf.text()).contains("134 200").containsPattern("26,1–26,\\d");
    }
  }

  @Test
  void rareEventsStandAloneAndTogetherAndValuesFromElsewhereBesideOurs() throws Exception {
    try (PdfFile pdf = PdfFile.open(WrittenReports.about("umearegionen"))) {
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
    try (PdfFile pdf = PdfFile.open(WrittenReports.withoutValuesAbout("bjurholm"))) {
      assertThat(pdf.text(1, 1))
          .contains(
              "Underlaget räcker inte för att jämföra undvikbar slutenvård i Bjurholm med Umeåregionen")
          .contains(".. = saknas, är sekretesskyddat eller för osäkert.")
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
    try (PdfFile pdf = PdfFile.open(WrittenReports.about("umearegionen"))) {
      assertThat(pdf.text(1, 1)).contains("Multisjuklighet 26,4 % av invånarna 95 % KI");
      assertThat(pdf.text(1, 1)).contains(".. för få år att jämföra");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"umearegionen", "umea", "bjurholm"})
  void everySettingThatChangesAMeaningIsPrinted(String place) throws Exception {
    try (PdfFile pdf = PdfFile.open(WrittenReports.about(place))) {
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
    try (PdfFile pdf = PdfFile.open(WrittenReports.about("umearegionen"))) {
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
    try (PdfFile pdf = PdfFile.open(WrittenReports.about("umea"))) {
      assertThat(oneLine(pdf.text())).contains(" 2025 25,4").doesNotContain("Bjurholm 2025-03");
    }
  }

  @Test
  void withoutAWarningNothingIsMarked() throws Exception {
    try (PdfFile pdf = PdfFile.open(WrittenReports.withoutValuesAbout("umearegionen"))) {
      assertThat(oneLine(pdf.text()))
          .contains("Ingen av kontrollerna gav en varning.")
          .doesNotContain("†");
    }
  }

  @Test
  void aMeasureOfCodesThatAreNotVerifiedSaysSoWhereItIsShown() throws Exception {
    try (PdfFile pdf = PdfFile.open(WrittenReports.about("umearegionen"))) {
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

  /** What is read before a meeting; the rest stands in depth, for those who look something up. */
  @Test
  void theReportItselfIsTwelvePagesAtMostAndTheContentsOne() throws Exception {
    for (Language language : Language.values()) {
      for (Path file : WrittenReports.files(language, ".pdf")) {
        try (PdfFile pdf = PdfFile.open(file)) {
          String contents = pdf.text(2, 2).replaceAll("\\s+", " ");
          Matcher depth = IN_DEPTH.matcher(contents);
          assertThat(depth.find()).as(file + ": " + contents).isTrue();
          assertThat(Integer.parseInt(depth.group(1))).as(file.toString()).isLessThan(14);
          assertThat(pdf.text(3, 3)).as(file.toString()).containsPattern("\\b1 (Befolk|Popul)");
        }
      }
    }
  }

  @Test
  void theFirstPageHoldsTheWholeSummary() throws Exception {
    for (Path file :
        List.of(
            WrittenReports.about("umearegionen"),
            WrittenReports.about("bjurholm"),
            WrittenReports.about("umea"),
            WrittenReports.inEnglishAbout("umearegionen"),
            WrittenReports.inEnglishAbout("bjurholm"),
            WrittenReports.inEnglishAbout("umea"))) {
      try (PdfFile pdf = PdfFile.open(file)) {
        assertThat(pdf.text(2, 2)).as(file.toString()).containsPattern("(Innehåll|Contents) ");
      }
    }
  }

  @Test
  void anEnglishReportIsEnglishThroughout() throws Exception {
    try (PdfFile pdf = PdfFile.open(WrittenReports.inEnglishAbout("umearegionen"))) {
      assertThat(oneLine(pdf.text()))
          .contains("Health equity in Umeåregionen")
          .contains("per 100,000 adults", "134,200", "95% CI 26.1–26.")
          .contains("How many residents have what PAVERK counts?")
          .contains("The diagnosis is no code of ICD-10-SE")
          .contains("data through 31 October 2026")
          .contains("Sweden 22.5")
          .doesNotContain(" och ", " av ", " inte ", " är ", "Tabell", "Figur ", "95 %");
    }
  }

  /**
   * As it is read, with the blanks that lines end with and those that keep words together alike.
   */
  private static String oneLine(String text) {
    return text.replaceAll("[\\s\u00A0\u202F]+†", "†").replaceAll("[\\s\u00A0\u202F]+", " ");
  }
}
