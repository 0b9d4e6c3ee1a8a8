package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;
import se.jamlik.reports.Language;
import se.jamlik.reports.Logotype;
import se.jamlik.reports.ReportTemplate;
import se.jamlik.reports.page.ChapterKind;
import se.jamlik.reports.page.Selection;

class ReportSettingsTest {
  private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a00");

  @TempDir private Path folder;

  @Test
  void withoutSettingsThereIsTheStandardReportInSwedish() throws IOException {
    assertThat(SettingsFile.chosen(null).reports()).isEqualTo(ReportSettings.defaults());
    assertThat(read("# nothing")).isEqualTo(ReportSettings.defaults());
    assertThat(ReportSettings.defaults().templates()).containsExactly(ReportTemplate.STANDARD);
    assertThat(ReportSettings.defaults().byName())
        .isEqualTo(Map.of("reports.languages", List.of("sv")));
  }

  @Test
  void everyKeyFindsItsPlace() throws IOException {
    Files.write(folder.resolve("region.png"), PNG);
    ReportSettings settings =
        read(
            """
            reports:
              languages: [sv]
              logotype: {file: region.png, alternative: The mark of the region}
              contact: [Enheten för analys, analys@example.org]
              templates:
                - name: aldre
                  title: {sv: "Äldre i {place}", en: "Old people in {place}"}
                  chapters: [development, method]
                  indicators: {tiles: [HTJ65, POLY5], overview: [HTJ65]}
                  comparisons: ["2480", riket]
                  contact: [Äldrenämnden]
                - name: kort
                  title: Kort om {place}
            """);

    Logotype logotype =
        Logotype.of(
                PNG,
                Map.of(
                    Language.SV, "The mark of the region", Language.EN, "The mark of the region"))
            .orElseThrow();
    assertThat(settings.languages()).containsExactly(Language.SV);
    assertThat(settings.templates()).hasSize(3);
    assertThat(settings.templates().get(0).contact())
        .containsExactly("Enheten för analys", "analys@example.org");
    assertThat(settings.templates().get(0).logotype()).contains(logotype);
    assertThat(settings.named("aldre"))
        .containsExactly(
            new ReportTemplate(
                "aldre",
                Map.of(Language.SV, "Äldre i {place}", Language.EN, "Old people in {place}"),
                List.of(ChapterKind.DEVELOPMENT, ChapterKind.METHOD),
                Map.of(
                    Selection.TILES, List.of("HTJ65", "POLY5"),
                    Selection.OVERVIEW, List.of("HTJ65")),
                List.of("2480", "riket"),
                settings.templates().get(0).logotype(),
                List.of("Äldrenämnden")));
    assertThat(settings.named("kort").get(0).chapters())
        .isEqualTo(ReportTemplate.STANDARD.chapters());
    assertThat(settings.named("standard")).containsExactly(settings.templates().get(0));
  }

  @Test
  void theManifestTellsWhatTheReportsAreMadeOf() throws IOException {
    assertThat(
            read("""
                    reports.templates:
                      - {name: aldre, chapters: [method], indicators: {tiles: [HTJ65]}, comparisons: [riket]}
                    """)
                .byName())
        .isEqualTo(
            Map.of(
                "reports.languages", List.of("sv"),
                "reports.aldre.chapters", List.of("method"),
                "reports.aldre.comparisons", List.of("riket"),
                "reports.aldre.tiles", List.of("HTJ65")));
  }

  @Test
  void allProblemsAreToldAtOnce() throws IOException {
    Files.writeString(folder.resolve("region.png"), "no picture");
    Path file =
        file(
            """
            groupers: [charlson_se]
            reports:
              logotype: {file: region.png}
              templates:
                - name: standard
                -
                - name: aldre
                  chapters: [weather]
                  indicators: {tiles: [A, B, C, D, E], cover: [A]}
                  comparisons: [scope, riket, "2480", "2401"]
                  colour: red
                  logotype: {alternative: The mark of the region}
                  title: {fi: Vanhukset}
                - name: aldre
            """);

    assertThatThrownBy(() -> SettingsFile.read(file))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.SETTINGS))
        .hasMessage(
            """
            Cannot use settings settings.yaml: 13 problems.
            reports.logotype.alternative: expected a text that tells what it shows, found nothing
            reports.logotype.file: expected a PNG file of at most one megabyte, found 'region.png'
            reports.templates: expected each to have a name of three lower-case letters, digits and hyphens or more, other than standard, found 'standard'
            reports.templates: expected each to have a name of three lower-case letters, digits and hyphens or more, other than standard, found nothing
            reports.templates.aldre.chapters: expected a list of different ones among %s, found [weather]
            reports.templates.aldre.logotype.file: expected a PNG file beside its alternative, found nothing
            reports.templates.aldre.comparisons: expected at most 3, found [scope, riket, 2480, 2401]
            reports.templates.aldre.title: expected texts by language, sv and en, found 'fi'
            reports.templates.aldre.indicators.tiles: expected at most 4 indicators, found [A, B, C, D, E]
            reports.templates.aldre.indicators.cover: no such setting (expected one of headline, tiles, overview, equity, health-care, old-and-social, development)
            reports.templates.aldre.colour: no such setting (expected one of name, title, chapters, indicators, comparisons, logotype.file, logotype.alternative, contact)
            reports.templates.aldre: named twice
            groupers: expected a list of known groupers, found [charlson_se]"""
                .formatted(chapters()));
  }

  @Test
  void templatesThatAreNoListAreTold() throws IOException {
    Path file = file("reports.templates: aldre");

    assertThatThrownBy(() -> SettingsFile.read(file))
        .hasMessage(
            """
            Cannot use settings settings.yaml: 1 problems.
            reports.templates: expected a list of reports, each with a name, found 'aldre'""");
  }

  @Test
  void aNightIsToldOfIndicatorsThatDoNotExistBeforeItBegins() throws IOException {
    ReportSettings settings =
        read("reports.templates: [{name: aldre, indicators: {tiles: [HTJ65, HTJ56]}}]");

    assertThatThrownBy(() -> settings.refuseUnknownIndicators(Set.of("HTJ65", "EB")))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.SETTINGS))
        .hasMessage(
            """
            Cannot use settings: 1 indicators of reports do not exist (expected among EB, HTJ65).
            reports.templates.aldre: HTJ56""");
  }

  @Test
  void aTemplateThatIsNotThereIsWrongUse() {
    assertThatThrownBy(() -> ReportSettings.defaults().named("aldre"))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessage(
            "Cannot make report 'aldre': the settings name no such template (expected one of standard). Choose another, or give --settings.");
  }

  private static String chapters() {
    return String.join(
        ", ", Stream.of(ChapterKind.values()).map(ChapterKind::settingName).toList());
  }

  private ReportSettings read(String yaml) throws IOException {
    return SettingsFile.chosen(file(yaml)).reports();
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("settings.yaml"), yaml);
  }
}
