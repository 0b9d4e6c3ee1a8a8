package se.jamlik.pipeline.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.link.Linked;
import se.jamlik.pipeline.link.Linker;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;
import se.jamlik.pipeline.vocabulary.Settings;

/**
 * The worked examples of {@code definitions/spec}, computed by link and mark on Spark and by the
 * same SQL on DuckDB. All pages are computed together, as one night in November 2026.
 */
@ExtendWith(SparkTest.class)
class SpecPagesTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
  private static final String LAST_DISCHARGE = "2026-11-21";
  private static final Definitions DEFINITIONS = Definitions.load();
  private static final List<SpecPage> PAGES = pages();

  private static SpecResults ofSpark;
  private static SpecResults ofDuckDb;

  @BeforeAll
  static void computeAllPages(SparkSession spark, @TempDir Path folder) throws SQLException {
    Settings settings = Settings.defaults();
    GivenTables given = new GivenTables(DEFINITIONS);
    PAGES.forEach(given::add);
    // A stranger's stay tells how far the inpatient table reaches.
    given.add(
        "par_slutenvard",
        Map.of("lopnr", "stranger", "indatum", LAST_DISCHARGE, "utdatum", LAST_DISCHARGE));
    Linked linked =
        new Linker(DEFINITIONS, settings, AS_OF, person -> person)
            .link(given.conformed(spark), folder.resolve("linked").toString());
    Marked marked = Mark.mark(linked, DEFINITIONS, settings, folder.toString());
    Map<String, String> persons = persons(spark);
    ofSpark =
        new SpecResults(
            Values.rows(marked.personPeriods().selectExpr(SpecResults.columns(DEFINITIONS))),
            persons);
    try (DuckDbMark duckDb = new DuckDbMark(linked, DEFINITIONS, folder)) {
      ofDuckDb =
          new SpecResults(
              duckDb.rows(
                  "select %s from marked"
                      .formatted(String.join(", ", SpecResults.columns(DEFINITIONS)))),
              persons);
    }
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

  /** Pseudonyms by person key, both as text. */
  private static Map<String, String> persons(SparkSession spark) {
    List<String> pseudonyms =
        PAGES.stream().flatMap(page -> page.persons().stream().map(page::pseudonym)).toList();
    Map<String, String> persons = new LinkedHashMap<>();
    spark
        .createDataset(pseudonyms, Encoders.STRING())
        .selectExpr("value", "xxhash64(value) as person")
        .collectAsList()
        .forEach(row -> persons.put(Long.toString(row.getLong(1)), row.getString(0)));
    return persons;
  }

  private static List<SpecPage> pages() {
    try (Stream<Path> files =
        Files.list(Path.of(Definitions.class.getResource("/definitions/spec").toURI()))) {
      return files
          .filter(file -> !file.endsWith("README.md"))
          .sorted()
          .map(SpecPagesTest::page)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SpecPage page(Path file) {
    try {
      return SpecPage.read(
          file.getFileName().toString().replace(".md", ""), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
