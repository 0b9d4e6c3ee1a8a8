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

class ChildrenChapterTest {

  private static final Area WHOLE = new Area("scope", "Umeåregionen");
  private static final String CARE = "PSYKSPEC0_17";
  private static final String HARM = "SELFHARM10_24";

  @TempDir Path folder;

  private static Row row(String area) {
    return Row.of(CARE, "2025", area);
  }

  private static SmallRelease release() {
    return new SmallRelease()
        .indicator(CARE, "%", "neutral")
        .with(row("scope").shown(10, 9, 11), row("scope").shown(10, 9, 11).crude());
  }

  private List<Section> sections(SmallRelease release, Area place) {
    ChildrenChapter children = new ChildrenChapter(release.desk(folder, place));
    return Stream.concat(children.chapter("6").sections().stream(), children.depth().stream())
        .toList();
  }

  static Stream<Arguments> gaps() {
    return Stream.of(
        Arguments.of(
            row("scope").ofQuintile(1).shown(15, 14, 16),
            row("scope").ofQuintile(5).shown(8, 7, 9),
            "Nivån är högre vid lägst inkomst än vid högst för specialistpsykiatri i åldern 0–17 år"),
        Arguments.of(
            row("scope").ofQuintile(1).shown(8, 7, 9),
            row("scope").ofQuintile(5).shown(15, 14, 16),
            "Nivån är lägre vid lägst inkomst än vid högst för specialistpsykiatri i åldern 0–17 år"),
        Arguments.of(
            row("scope").ofQuintile(1).shown(15, 5, 25),
            row("scope").ofQuintile(5).shown(8, 2, 14),
            "Ingen säkerställd skillnad mellan lägst och högst inkomst i specialistpsykiatri i åldern 0–17 år"),
        Arguments.of(
            row("scope").ofQuintile(1),
            row("scope").ofQuintile(5).shown(8, 7, 9),
            "Underlaget räcker inte för att jämföra lägst och högst inkomst i specialistpsykiatri i åldern 0–17 år"));
  }

  @ParameterizedTest
  @MethodSource("gaps")
  void incomesAreSaidToDifferOnlyWhereTheirDifferenceDoes(
      Row lowest, Row highest, String expected) {
    SmallRelease release =
        release().with(lowest, highest, row("scope").ofQuintile(5).ofSex("men").shown(8, 7, 9));

    Section section = sections(release, WHOLE).get(0);

    assertThat(section.heading()).isEqualTo(expected);
    assertThat(section.meanings().get(0)).startsWith("Vårdtal visar hur många som får vård");
    // What the sentence compares stands in the table, hidden where it is hidden.
    List<Table.Row> rows = section.tables().get(0).rows();
    assertThat(rows.get(rows.size() - 2).name()).isEqualTo("Kvintil 1, alla");
    assertThat(rows.get(rows.size() - 1).cells().get(0).text()).isIn("8,0", "15,0");
  }

  @Test
  void aSmallMunicipalityWithoutValuesByIncomeSaysSoInOneLine() {
    SmallRelease release = release().with(row("2403").shown(20, 2, 38).crude(), row("2403"));

    List<Section> sections = sections(release, BJURHOLM);

    assertThat(sections.get(0).heading())
        .isEqualTo(
            "Underlaget räcker inte för att jämföra barn och unga i Bjurholm med Umeåregionen");
    assertThat(sections.get(1).paragraphs())
        .containsExactly(
            "Värden efter inkomst för specialistpsykiatri i åldern 0–17 år redovisas inte, eftersom för få personer ligger bakom dem.");
    assertThat(sections.get(1).figures()).isEmpty();
  }

  @Test
  void treatmentIsNeverBetterOrWorse() {
    SmallRelease release =
        release().with(row("2480").shown(20, 19, 21).crude(), row("2480").shown(20, 19, 21));

    Section level = sections(release, UMEA).get(0);

    assertThat(level.heading())
        .isEqualTo("Umeå har högre nivå än Umeåregionen av specialistpsykiatri i åldern 0–17 år");
    List<TableCell> cells = level.tables().get(0).rows().get(0).cells();
    assertThat(cells.get(cells.size() - 1).marks().get(0).word()).isEqualTo("högre");
  }

  private static Row harm(String area) {
    return Row.of(HARM, "2023-2025", area).crude();
  }

  private static SmallRelease harmRelease() {
    return new SmallRelease()
        .indicator(HARM, "per 100 000", "lower")
        .with(
            Row.of(HARM, "2025", "scope").crude(),
            Row.of(HARM, "2025", "2480").crude(),
            Row.of(HARM, "2025", "2403").crude());
  }

  static Stream<Arguments> sexes() {
    return Stream.of(
        Arguments.of(
            harm("scope").ofSex("women").shown(200, 150, 260),
            "Talet är högre bland kvinnor än bland män."),
        Arguments.of(
            harm("scope").ofSex("women").shown(40, 20, 60),
            "Talet är lägre bland kvinnor än bland män."),
        Arguments.of(
            harm("scope").ofSex("women").shown(120, 40, 300),
            "Ingen skillnad är säkerställd mellan kvinnor och män."),
        Arguments.of(
            harm("scope").ofSex("women"),
            "Underlaget räcker inte för att jämföra kvinnor och män."));
  }

  @ParameterizedTest
  @MethodSource("sexes")
  void selfHarmIsToldForYearsTogetherWithTheWayToHelp(Row women, String expected) {
    SmallRelease release =
        harmRelease()
            .together(
                harm("scope").shown(110, 90, 130),
                women,
                harm("scope").ofSex("men").shown(100, 80, 120));

    Section section = last(sections(release, WHOLE));

    assertThat(section.paragraphs().get(0))
        .startsWith("Så få unga vårdas på sjukhus efter avsiktlig självskada att 2023–2025")
        .endsWith(expected);
    assertThat(section.figures()).isEmpty();
    assertThat(section.tables().get(0).rows().get(0).cells().stream().map(TableCell::text))
        .containsExactly("110", "90–130");
    assertThat(section.tables().get(0).notes()).anyMatch(note -> note.contains("1177"));
  }

  @Test
  void selfHarmThatIsHiddenIsNotShownForYearsTogetherEither() {
    SmallRelease release = harmRelease().together(harm("scope").shown(110, 90, 130), harm("2403"));

    Section section = last(sections(release, BJURHOLM));

    assertThat(section.tables()).isEmpty();
    assertThat(section.paragraphs())
        .containsExactly(
            "Så få unga vårdas på sjukhus efter avsiktlig självskada att talet inte redovisas, inte heller för flera år tillsammans.",
            "Det finns hjälp att få: 1177 visar vart man kan vända sig, och vid fara för livet ringer man 112.");
  }

  @Test
  void selfHarmInAVerySmallMunicipalityClaimsNothing() {
    SmallRelease release =
        harmRelease().together(harm("scope").shown(110, 90, 130), harm("2403").shown(0, 0, 3463));

    assertThat(last(sections(release, BJURHOLM)).paragraphs().get(0))
        .endsWith("Ingen skillnad är säkerställd mellan Bjurholm och Umeåregionen.");
  }

  private static Section last(List<Section> sections) {
    return sections.get(sections.size() - 1);
  }
}
