package se.jamlik.pipeline.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;

/**
 * The worked examples of {@code definitions/spec}, computed by link and mark on Spark and by the
 * same SQL on DuckDB. All pages are computed together, as one night in November 2026.
 */
@ExtendWith(SpecNightTests.class)
class SpecPagesTest {
  private static final Definitions DEFINITIONS = Definitions.load();
  private static final List<SpecPage> PAGES = SpecPage.all();

  private static SpecResults ofSpark;
  private static SpecResults ofDuckDb;

  @BeforeAll
  static void computeAllPages(SpecNight night, @TempDir Path folder) throws SQLException {
    Marked marked =
        Mark.mark(night.linked(), DEFINITIONS, SmallSettings.DEFAULTS, folder.toString());
    ofSpark =
        new SpecResults(
            Values.rows(marked.personPeriods().selectExpr(SpecResults.columns(DEFINITIONS))),
            night.persons());
    ofDuckDb =
        new SpecResults(
            night
                .duckDb()
                .rows(
                    "select %s from marked"
                        .formatted(String.join(", ", SpecResults.columns(DEFINITIONS)))),
            night.persons());
  }

  static List<SpecPage> allPages() {
    return PAGES;
  }

  @ParameterizedTest
  @MethodSource("allPages")
  void sparkGivesWhatThePageSays(SpecPage page) {
    assertThat(ofSpark.differencesFrom(page)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("allPages")
  void duckDbGivesWhatThePageSays(SpecPage page) {
    assertThat(ofDuckDb.differencesFrom(page)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("allPages")
  void aPageWithAnyExpectedValueChangedFails(SpecPage page) {
    for (SpecPage changed : changes(page)) {
      assertThat(ofSpark.differencesFrom(changed)).as(changed.toString()).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("allPages")
  void aPageSaysWhatEachOfItsPersonsGives(SpecPage page) {
    assertThat(page.expected())
        .extracting(SpecPage.Expected::person)
        .containsAll(page.persons())
        .isSubsetOf(page.persons());
    assertThat(page.expected())
        .anySatisfy(expected -> assertThat(expected.numerator()).isEqualTo("0"))
        .anySatisfy(expected -> assertThat(expected.numerator()).matches("[1-9].*"));
  }

  @Test
  void everyIndicatorHasAPage() {
    assertThat(PAGES)
        .extracting(SpecPage::id)
        .containsExactlyElementsOf(
            DEFINITIONS.indicators().stream().map(IndicatorDefinition::id).toList());
  }

  private static List<SpecPage> changes(SpecPage page) {
    List<SpecPage> changes = new ArrayList<>();
    for (int place = 0; place < page.expected().size(); place++) {
      SpecPage.Expected expected = page.expected().get(place);
      if (expected.isCounted()) {
        changes.add(changed(page, place, expected.withNumerator("7")));
        changes.add(changed(page, place, expected.withDenominator("7")));
        changes.add(changed(page, place, expected.withNumerator(SpecPage.Expected.NOT_COUNTED)));
      } else {
        changes.add(changed(page, place, expected.withNumerator("0").withDenominator("1")));
      }
    }
    return changes;
  }

  private static SpecPage changed(SpecPage page, int place, SpecPage.Expected expected) {
    List<SpecPage.Expected> all = new ArrayList<>(page.expected());
    all.set(place, expected);
    return new SpecPage(page.id(), page.given(), all);
  }
}
