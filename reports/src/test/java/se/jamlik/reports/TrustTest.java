package se.jamlik.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.reports.page.Report;
import se.jamlik.reports.page.ReportBuilder;
import se.jamlik.reports.page.Section;
import se.jamlik.reports.page.Table;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.release.Release;
import se.jamlik.reports.release.ReleaseReader;

/** What a page says of how far its numbers can be trusted. */
class TrustTest {
  @TempDir static Path folder;

  @BeforeAll
  static void writesAReleaseThatTellsWhatItsIndicatorsStandOn() throws Exception {
    InventedRelease.write(folder);
    Path indicators = folder.resolve("indicator/part-0.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table indicator as select *, case indicator when 'PAVERK' then 'par_slutenvard, rtb_bef' else 'rtb_bef' end as tables from read_parquet('%s')"
              .formatted(indicators));
      Files.delete(indicators);
      statement.execute("copy indicator to '%s' (format parquet)".formatted(indicators));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aMarkNamesTheRegisterItsProblemAndHowManyRowsAreLinked() {
    assertThat(notes(about("scope").summary().overview()))
        .contains(
            "† = varning vid kontrollen av registren bakom värdet: Slutenvård (diagnosen är ingen kod i ICD-10-SE; 99,0 % av raderna länkade). Se avsnittet Datakvalitet.");
  }

  @Test
  void whatHasNoWarningHasNoMarkAndNamesNoRegister() {
    assertThat(tables(about("scope")).filter(table -> table.css().equals("ages")))
        .isNotEmpty()
        .allSatisfy(table -> assertThat(notes(table)).doesNotContain("†", "Slutenvård"));
  }

  @Test
  void theCountrysValueStandsBesideWithItsYear() {
    Table overview = about("scope").summary().overview();

    assertThat(overview.headings().stream().map(Table.Heading::text)).contains("Riket");
    assertThat(overview.rows().get(0).cells().get(3).text()).isEqualTo("22,5 (2024)");
    assertThat(overview.rows().get(0).cells().get(4).marks().get(0).word()).isEqualTo("högre");
    assertThat(overview.rows().get(1).cells().get(3).text()).isEqualTo("..");
    assertThat(overview.rows().get(1).cells().get(4).marks().get(0).word())
        .isEqualTo("inget värde");
    assertThat(notes(overview)).contains("Jämförelsen med Riket gäller faktiska värden");
  }

  @Test
  void aMunicipalityIsJudgedBesideTheWholeAndHasTheCountryBeside() {
    Table overview = about("2480").summary().overview();

    assertThat(overview.headings().stream().map(Table.Heading::text))
        .containsSubsequence("Umeåregionen", "Riket", "Jämförelse", "Utveckling");
    assertThat(notes(overview)).contains("Riket är faktiska värden, av annat år där det anges.");
  }

  @Test
  void questionsFollowWhatTheReportHasFound() {
    List<String> questions = about("scope").questions();

    assertThat(questions)
        .contains(
            "Vad gör vi när utvecklingen går åt fel håll för minst fem läkemedel 75+?",
            "Hur kan underlaget bli bättre för undvikbar slutenvård?")
        .noneMatch(question -> question.contains("för litet för att redovisas"));
  }

  @Test
  void threeMessagesStandInAFixedOrderThoseThatEstablishSomethingFirst() {
    List<String> leads =
        about("scope").summary().messages().stream().map(Section.Item::lead).toList();

    assertThat(leads)
        .containsExactly(
            "Multisjuklighet: högre nivå vid lägst inkomst än vid högst.",
            "Undvikbar slutenvård minskar.",
            "Omfattande vård och omsorg 65+: högre nivå vid lägst inkomst än vid högst.");
  }

  @Test
  void everyPageTellsHowNewTheNumbersAre() {
    assertThat(about("2403").footer()).contains("2025 · data till och med 31 oktober 2026");
  }

  private static String notes(Table table) {
    return String.join(" ", table.notes()).replace('\u00A0', ' ');
  }

  private static Stream<Table> tables(Report report) {
    return report.chapters().stream()
        .flatMap(chapter -> chapter.sections().stream())
        .flatMap(section -> section.tables().stream());
  }

  private static Report about(String code) {
    Release release = ReleaseReader.read(folder);
    Area place =
        Stream.concat(Stream.of(release.scope()), release.municipalities().stream())
            .filter(area -> area.code().equals(code))
            .findFirst()
            .orElseThrow();
    return new ReportBuilder(release, Language.SV, ReportTemplate.STANDARD).about(place);
  }
}
