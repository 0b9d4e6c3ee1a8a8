package se.jamlik.reports.page;

import static org.assertj.core.api.Assertions.assertThat;
import static se.jamlik.reports.page.SmallRelease.BJURHOLM;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.jamlik.reports.Language;
import se.jamlik.reports.judge.GapCourse;
import se.jamlik.reports.judge.Trend;
import se.jamlik.reports.judge.Verdict;
import se.jamlik.reports.page.SmallRelease.Row;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.words.Sentences;
import se.jamlik.reports.words.Texts;

class CourseSectionsTest {

  private static final Area WHOLE = new Area("scope", "Umeåregionen");

  @TempDir Path folder;

  private static Row year(int year, String area) {
    return Row.of("PAVERK", String.valueOf(year), area);
  }

  /** Five years: lowest income 2 000 and falling, highest half of it, so the ratio is always 2. */
  private static SmallRelease halving(boolean isWarned) {
    SmallRelease release = new SmallRelease().indicator("PAVERK", "per 100 000", "lower");
    double level = 2_000;
    for (int year = 2021; year <= 2025; year++) {
      Row lowest = year(year, "scope").ofQuintile(1).shown(level, level * 0.98, level * 1.02);
      release.with(
          isWarned && year == 2023 ? lowest.warned() : lowest,
          year(year, "scope").ofQuintile(5).shown(level / 2, level * 0.49, level * 0.51),
          year(year, "scope").shown(level, level * 0.98, level * 1.02),
          year(year, "scope").crude().shown(level, level * 0.98, level * 1.02));
      level *= 0.8;
    }
    return release;
  }

  @Test
  void whenAllFallAlikeTheDifferenceIsSaidToShrinkAndTheRatioNot() {
    Section section = new GapOverTime(halving(false).desk(folder, WHOLE)).section().orElseThrow();

    assertThat(section.heading())
        .isEqualTo(
            "Den absoluta skillnaden efter inkomst i undvikbar slutenvård minskar, men för kvoten är ingen förändring säkerställd");
    assertThat(section.meanings().get(0)).contains("fast kvoten är densamma");
    List<Table.Row> rows = section.tables().get(0).rows();
    assertThat(rows.get(2).name()).isEqualTo("Undvikbar slutenvård: skillnad");
    assertThat(rows.get(2).cells().get(0).text()).isEqualTo("1 000".replace(' ', '\u202F'));
    assertThat(rows.get(3).cells().stream().limit(5).map(TableCell::text)).containsOnly("2,00");
    assertThat(rows.get(3).cells().get(5).marks().get(0).word()).isEqualTo("ej säkerställd");
  }

  @Test
  void aWarnedYearInTheMiddleIsASeriesBreakThatNobodyCompares() {
    Section section = new GapOverTime(halving(true).desk(folder, WHOLE)).section().orElseThrow();

    assertThat(section.heading())
        .isEqualTo(
            "Serien är bruten: skillnaden efter inkomst i undvikbar slutenvård går inte att jämföra mellan åren");
    assertThat(section.tables().get(0).rows().get(2).cells().get(5).marks().get(0).word())
        .isEqualTo("bruten serie");
  }

  @Test
  void theMessageOfTheFirstPageTellsOfABrokenSeriesToo() {
    Desk desk = halving(true).desk(folder, WHOLE);
    Trend broken = new Trend(Verdict.SERIES_BREAK, 0, 0, 0);

    assertThat(desk.sentences().trend(desk.measure("PAVERK").orElseThrow(), broken, ""))
        .isEqualTo(
            new Sentences.Message(
                "Undvikbar slutenvård: serien är bruten.",
                "Registren som värdet bygger på fick varningar vissa år, så åren går inte att jämföra."));
  }

  @Test
  void hiddenGroupsHaveNoGap() {
    SmallRelease release = halving(false).with(year(2025, "2403"));

    Section section = new GapOverTime(release.desk(folder, BJURHOLM)).section().orElseThrow();

    assertThat(section.figures()).isEmpty();
    assertThat(section.paragraphs())
        .containsExactly(
            "Värdena för lägst och högst inkomst redovisas inte, eftersom grupperna är för små. Då redovisas inte heller skillnad och kvot.");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyCourseOfAGapHasASentence(Language language) {
    Texts texts = Texts.in(language);
    for (Verdict side : Verdict.values()) {
      for (Verdict difference :
          List.of(Verdict.HIGHER, Verdict.LOWER, Verdict.NO_ESTABLISHED_DIFFERENCE)) {
        for (Verdict ratio : Verdict.values()) {
          if (ratio != Verdict.SERIES_BREAK) {
            GapCourse course = new GapCourse(side, difference, ratio, 2021, 2025);
            assertThat(texts.find("course.gap." + GapOverTime.branch(course))).isPresent();
          }
        }
      }
    }
  }

  private static final double[] RISING = {0.05, 0, 0.02, 0.08, 0.01, 0.09};

  @ParameterizedTest
  @CsvSource({
    "rising, Faktiska värden ökar för undvikbar slutenvård",
    "falling, Faktiska värden minskar för undvikbar slutenvård",
    "no_trend, Ingen säkerställd förändring av de faktiska värdena"
  })
  void theTrendOfActualValuesIsThatOfTheRelease(String verdict, String expected) {
    SmallRelease release =
        halving(false).signal("trend", "PAVERK", "2021-2025", "scope", verdict, RISING);

    Section section = trend(release, WHOLE).orElseThrow();

    assertThat(section.heading()).isEqualTo(expected);
    assertThat(section.tables().get(0).rows().get(0).cells().stream().limit(3).map(TableCell::text))
        .containsExactly("5,1", "2,0–8,3", "1,0–9,4");
    assertThat(section.tables().get(0).notes())
        .anyMatch(note -> note.contains("(XmR) ritas först vid 12 jämförbara punkter"));
  }

  private Optional<Section> trend(SmallRelease release, Area place) {
    Desk desk = release.desk(folder, place);
    return new TrendOfActual(desk, desk.measures(List.of("PAVERK"))).section();
  }

  @Test
  void aBrokenSeriesAndAPlaceWithoutATrendAreNotJudged() {
    SmallRelease release =
        halving(false)
            .with(year(2026, "scope").crude().shown(100, 98, 102).warned())
            .signal("trend", "PAVERK", "2021-2026", "scope", "falling", RISING);

    assertThat(trend(release, WHOLE).orElseThrow().heading())
        .isEqualTo(
            "Serierna är brutna, så de faktiska värdena i Umeåregionen går inte att jämföra mellan åren");
    assertThat(trend(release, BJURHOLM).orElseThrow().heading())
        .isEqualTo("För få år för att bedöma hur de faktiska värdena i Bjurholm förändras");
  }

  @Test
  void aReleaseWithoutSignalsHasNoTrendOfActualValues() {
    assertThat(trend(halving(false), WHOLE)).isEmpty();
  }

  @Test
  void preliminaryYearsAreNotJudged() {
    SmallRelease release =
        halving(false)
            .with(year(2026, "scope").crude().shown(100, 98, 102).preliminary())
            .signal("trend", "PAVERK", "2021-2026", "scope", "falling", RISING);

    assertThat(trend(release, WHOLE).orElseThrow().heading())
        .isEqualTo("För få år för att bedöma hur de faktiska värdena i Umeåregionen förändras");
  }
}
