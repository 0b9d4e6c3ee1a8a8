package se.jamlik.reports.page;

import static org.assertj.core.api.Assertions.assertThat;
import static se.jamlik.reports.page.SmallRelease.BJURHOLM;
import static se.jamlik.reports.page.SmallRelease.UMEA;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.jamlik.reports.page.SmallRelease.Row;
import se.jamlik.reports.release.Area;

class FunnelSectionsTest {

  private static final Area WHOLE = new Area("scope", "Umeåregionen");

  @TempDir Path folder;

  private static Row row(String area) {
    return Row.of("MM2", "2025", area).crude();
  }

  private static SmallRelease release() {
    return new SmallRelease()
        .indicator("MM2", "%", "lower")
        .with(
            row("scope").shown(20, 19.5, 20.5, 100_000),
            row("2480").shown(26, 23.4, 28.8),
            row("2403").shown(20, 17.6, 22.6));
  }

  private List<Section> sections(SmallRelease release, Area place) {
    return new FunnelSections(release.desk(folder, place)).sections().toList();
  }

  @ParameterizedTest
  @CsvSource({
    "above_998, Utanför vad slumpen ger i multisjuklighet: Umeå",
    "below_998, Utanför vad slumpen ger i multisjuklighet: Umeå",
    "above_95, Ingen kommun ligger säkert utanför vad slumpen ger i multisjuklighet",
    "within, Ingen kommun ligger säkert utanför vad slumpen ger i multisjuklighet"
  })
  void onlyMunicipalitiesOutsideTheOuterLimitsAreNamed(String verdict, String expected) {
    SmallRelease release =
        release()
            .signal("funnel", "MM2", "2025", "2480", verdict, 26, 20, 17.6, 22.6, 16.4, 24.2)
            .signal("funnel", "MM2", "2025", "2403", "within", 20, 20, 17.6, 22.6, 16.4, 24.2);

    Section section = sections(release, WHOLE).get(0);

    assertThat(section.heading()).isEqualTo(expected);
    // The limits around 20 percent of a thousand persons are those of the release.
    assertThat(section.tables().get(0).rows().get(1).cells().stream().map(TableCell::text))
        .startsWith("1 000".replace(' ', '\u202F'), "26,0", "17,6–22,6", "16,4–24,2");
  }

  @Test
  void withoutSignalsThereIsNoFunnel() {
    assertThat(sections(release(), WHOLE)).isEmpty();
  }

  @Test
  void partsAreNamedInThePlacesOwnReportAndWhatIsHiddenIsInTheTableAlone() {
    SmallRelease release =
        release()
            .with(
                row("2480R001").shown(26, 23.4, 28.8),
                row("2480R002").shown(20, 17.6, 22.6),
                row("2480R003"),
                row("2403R001").shown(20, 17.6, 22.6));

    Section section = sections(release, UMEA).get(0);

    assertThat(section.heading())
        .isEqualTo("Ett område ligger utanför vad slumpen ger i multisjuklighet: Ersboda 001");
    assertThat(section.tables().get(0).rows().stream().map(Table.Row::name))
        .containsExactly("Ersboda 001", "Ersboda 002", "Ersboda 003");
    assertThat(section.tables().get(0).rows().get(2).cells().get(1).text()).isEqualTo("..");
    assertThat(section.tables().get(0).notes().get(1)).endsWith("rangordnas inte.");
  }

  @Test
  void partsAreThoseOfTheirMunicipalityWhateverTheirCodes() {
    SmallRelease release =
        release()
            .with(
                row("Teg01").in("2480").shown(20, 17.6, 22.6),
                row("R12").in("2480").shown(20, 17.6, 22.6),
                row("2480R009").in("2403").shown(20, 17.6, 22.6),
                row("Centrum").in("scope").shown(20, 17.6, 22.6));

    Table table = sections(release, UMEA).get(0).tables().get(0);

    assertThat(table.rows().stream().map(Table.Row::name)).containsExactly("R12", "Teg01");
    assertThat(table.query()).contains("area_level = 'regso' and municipality = '2480'");
  }

  @Test
  void aMunicipalityOfOnePartHasNothingToCompare() {
    SmallRelease release = release().with(row("2403R001").shown(20, 17.6, 22.6));

    assertThat(sections(release, BJURHOLM).get(0).paragraphs())
        .containsExactly(
            "Bjurholm är ett enda område (RegSO), så det finns inga delar att jämföra.");
  }

  @Test
  void partsThatAreAllHiddenAreSaidToBe() {
    SmallRelease release = release().with(row("2480R001"), row("2480R002"));

    Section section = sections(release, UMEA).get(0);

    assertThat(section.figures()).isEmpty();
    assertThat(section.paragraphs())
        .containsExactly(
            "Områdenas värden redovisas inte, eftersom för få personer ligger bakom dem.");
  }

  @Test
  void everyPointOfALongFunnelHasItsNumbersInATable() {
    SmallRelease release = release();
    for (int part = 1; part <= 70; part++) {
      release.with(row("2480R%03d".formatted(part)).shown(20, 17.6, 22.6));
    }

    List<Section> sections = sections(release, UMEA);

    assertThat(sections.stream().mapToInt(section -> section.tables().get(0).rows().size()))
        .containsExactly(18, 44, 8);
    assertThat(sections.get(0).figures().get(0).alternative())
        .contains("Alla värden finns i Tabell 1, tabell 2 och tabell 3.");
  }
}
