package se.jamlik.reports.page;

import static org.assertj.core.api.Assertions.assertThat;
import static se.jamlik.reports.page.SmallRelease.BJURHOLM;
import static se.jamlik.reports.page.SmallRelease.UMEA;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.jamlik.reports.page.SmallRelease.Row;
import se.jamlik.reports.release.Area;

class OldChapterTest {

  @TempDir Path folder;

  private static Row row(String indicator, String area) {
    return Row.of(indicator, "2025", area);
  }

  /** The whole has 15 percent of both measures, actual and standardised. */
  private static SmallRelease release() {
    return new SmallRelease()
        .indicator("BOTH65", "%", "neutral")
        .indicator("HTJ65", "%", "neutral")
        .with(
            row("BOTH65", "scope").shown(15, 14, 16),
            row("BOTH65", "scope").shown(15, 14, 16).crude(),
            row("HTJ65", "scope").shown(15, 14, 16),
            row("HTJ65", "scope").shown(15, 14, 16).crude(),
            row("BOTH65", "2480").shown(15, 14, 16).crude(),
            row("HTJ65", "2480").shown(15, 14, 16).crude());
  }

  private Section home(SmallRelease release, Area place) {
    return new OldChapter(release.desk(folder, place))
        .depth().stream().filter(section -> !section.tables().isEmpty()).findFirst().orElseThrow();
  }

  static Stream<Arguments> branches() {
    return Stream.of(
        Arguments.of(
            row("BOTH65", "2480").shown(18, 17, 19),
            row("HTJ65", "2480").shown(15, 14, 16),
            "Umeå har högre nivå än Umeåregionen av insatser från båda huvudmännen 65+"),
        Arguments.of(
            row("BOTH65", "2480").shown(12, 11, 13),
            row("HTJ65", "2480").shown(12, 11, 13),
            "Umeå har lägre nivå än Umeåregionen av insatser från båda huvudmännen 65+ och hemtjänst 65+"),
        Arguments.of(
            row("BOTH65", "2480").shown(18, 17, 19),
            row("HTJ65", "2480").shown(12, 11, 13),
            "Umeå har högre nivå än Umeåregionen av insatser från båda huvudmännen 65+, och lägre av hemtjänst 65+"),
        Arguments.of(
            row("BOTH65", "2480").shown(25, 5, 45),
            row("HTJ65", "2480").shown(15, 14, 16),
            "Ingen säkerställd skillnad mellan Umeå och Umeåregionen i insatser i hemmet"),
        Arguments.of(
            row("BOTH65", "2480"),
            row("HTJ65", "2480"),
            "Underlaget räcker inte för att jämföra Umeå med Umeåregionen i insatser i hemmet"));
  }

  @ParameterizedTest
  @MethodSource("branches")
  void aMunicipalityIsSaidToDifferOnlyWhereItsWholeIntervalDoes(
      Row both, Row home, String expected) {
    Section section = home(release().with(both, home), UMEA);

    assertThat(section.heading()).isEqualTo(expected);
    assertThat(expected).doesNotContain("sämre", "bättre");
  }

  static Stream<Arguments> wholeBranches() {
    return Stream.of(
        Arguments.of(
            row("BOTH65", "2480").shown(18, 17, 19),
            "Minst en kommun skiljer sig säkert från Umeåregionen i insatser från båda huvudmännen 65+"),
        Arguments.of(
            row("BOTH65", "2480").shown(16, 13, 19),
            "Ingen kommun skiljer sig säkert från Umeåregionen i insatser i hemmet"),
        Arguments.of(
            row("BOTH65", "2480"),
            "Underlaget räcker inte för att jämföra kommunerna i insatser i hemmet"));
  }

  @ParameterizedTest
  @MethodSource("wholeBranches")
  void theReportAboutTheWholeNamesWhatSetsMunicipalitiesApart(Row both, String expected) {
    SmallRelease release = release().with(both, row("HTJ65", "2480"));

    assertThat(home(release, new Area("scope", "Umeåregionen")).heading()).isEqualTo(expected);
  }

  @Test
  void whatIsHiddenInTheMunicipalityHasItsActualValuesInATableAndNoFigure() {
    Section section = home(release().with(row("BOTH65", "2480"), row("HTJ65", "2480")), UMEA);

    assertThat(section.figures()).isEmpty();
    assertThat(section.tables().get(0).rows().get(0).cells().stream().map(TableCell::text))
        .containsExactly("15,0", "..", "..", "15,0", "14,0–16,0", "");
  }

  @Test
  void whatIsNotDeliveredOrKnownIsSaidInOneLine() {
    SmallRelease release =
        release()
            .indicator("EDHC", "per 100", "lower")
            .indicator("UKDAYS", "days per 1 000", "lower")
            .with(
                row("BOTH65", "2480").shown(15, 14, 16),
                row("HTJ65", "2480").shown(15, 14, 16),
                row("EDHC", "2480").notDelivered("sol").crude(),
                row("UKDAYS", "2480").notDelivered("utskrivningsklar").crude());

    List<Section> sections = new OldChapter(release.desk(folder, UMEA)).depth();

    assertThat(sections.stream().flatMap(section -> section.paragraphs().stream()))
        .containsExactly(
            "Releasen innehåller inga uppgifter om detta.",
            "Uppgifter till akutbesök bland dem med hemtjänst har inte levererats.",
            "Uppgifter till dagar som utskrivningsklar 65+ har inte levererats.",
            "Releasen innehåller inga uppgifter om detta.",
            "Releasen innehåller inga uppgifter om detta.");
  }

  @Test
  void theChapterShowsOneMeasureOfEachThemeAlsoByIncome() {
    SmallRelease release =
        release()
            .indicator("UKDAYS", "days per 1 000", "lower")
            .indicator("READM30", "%", "lower")
            .with(
                row("UKDAYS", "scope").crude(),
                row("READM30", "scope").shown(12, 11, 13),
                row("READM30", "scope").shown(12, 11, 13).crude(),
                row("HTJ65", "scope").ofQuintile(1).shown(20, 18, 22));

    Desk desk = release.desk(folder, new Area("scope", "Umeåregionen"));
    Table table = new OldChapter(desk).chapter("5").sections().get(0).tables().get(0);

    // Days are hidden in the whole, so that readmissions stand for discharge.
    assertThat(
            table.headings().stream().map(Table.Heading::text).filter(text -> text.contains(",")))
        .containsExactly("Återinskrivning 65+, %", "Hemtjänst 65+, %");
    assertThat(table.rows().get(table.rows().size() - 2).name()).isEqualTo("Kvintil 1 (lägst)");
    assertThat(table.rows().get(table.rows().size() - 2).cells().stream().map(TableCell::text))
        .containsExactly("..", "..", "20,0", "18,0–22,0");
    assertThat(desk.see(OldChapter.NAME)).isEqualTo(" (figur 1)");
  }

  @Test
  void aReleaseWithoutAnyOfTheMeasuresSaysSo() {
    SmallRelease release =
        new SmallRelease().indicator("EB", "%", "lower").with(row("EB", "scope").shown(3, 2, 4));

    Chapter chapter = new OldChapter(release.desk(folder, BJURHOLM)).chapter("5");

    assertThat(chapter.sections()).isEmpty();
    assertThat(chapter.introduction())
        .isEqualTo("Releasen innehåller inga uppgifter till det här kapitlet.");
  }
}
