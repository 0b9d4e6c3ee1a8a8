package se.jamlik.pipeline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.kept.Keeping;
import se.jamlik.pipeline.kept.Place;
import se.jamlik.pipeline.kept.Slicing;
import se.jamlik.pipeline.kept.TableInParts;
import se.jamlik.pipeline.measure.SmallRegion.Person;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;

/** Sums of years that have not changed are an earlier night's, and the numbers are the same. */
@ExtendWith(SparkTest.class)
class KeptPersonsTest {
  /** The night is of November 2026: the last of these is open. */
  private static final String[] YEARS = {"2023", "2024", "2025", "2026"};

  private static final Coverage COVERAGE = SmallRegion.coverage(YEARS);
  private static final MeasureRules RULES =
      SmallRegion.rules(
          List.of(
              SmallRegion.indicator("ILL", Kind.PROPORTION, "is_resident_at_end", "is_ill", "1"),
              SmallRegion.indicator("RATIO", Kind.RATIO, "true", "events", "mean_population"),
              SmallRegion.share(10, "events")));

  private final SparkSession spark;
  private final Path folder;

  KeptPersonsTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.folder = folder;
  }

  @Test
  void keptSumsGiveTheNumbersOfAllRows() {
    Years years = years(3, 3);

    assertThat(kept(years, "a")).isEqualTo(ofAllRows(years));
    years.read.clear();
    assertThat(kept(years, "a")).isEqualTo(ofAllRows(years));
    assertThat(years.read).isEmpty();
  }

  @Test
  void closedYearsAreNotReadAgainWhenTheOpenOneHasChanged() {
    kept(years(3, 3), "a");
    Years changed = years(3, 5);

    assertThat(kept(changed, "a"))
        .isEqualTo(ofAllRows(changed))
        .isNotEqualTo(kept(years(3, 3), "b"));
    // The open year's own sums, and three years of small areas that the open one is among.
    assertThat(changed.read).contains("1", "01").doesNotContain("0");
  }

  @Test
  void bothAreReadAgainWhenAClosedYearHasChanged() {
    kept(years(3, 3), "a");
    Years changed = years(5, 3);

    assertThat(kept(changed, "a")).isEqualTo(ofAllRows(changed));
    assertThat(changed.read).contains("0").doesNotContain("1");
  }

  @Test
  void anotherSecretOfTheRecordKeysReadsAll() {
    kept(years(3, 3), "a");
    Years same = years(3, 3);

    kept(same, "b");

    assertThat(same.read).contains("0", "1");
  }

  private Map<String, List<Row>> kept(Years years, String keysId) {
    return tables(
        Measure.measured(
            KeptPersons.of(
                years, COVERAGE, RULES, keysId, Keeping.of("program", 4), folder.toString()),
            COVERAGE,
            RULES));
  }

  private static Map<String, List<Row>> ofAllRows(Years years) {
    return tables(Measure.measured(years.rows(), COVERAGE, RULES));
  }

  private static Map<String, List<Row>> tables(Measured measured) {
    Map<String, List<Row>> tables = new TreeMap<>();
    measured.tables().forEach(table -> tables.put(table.name(), table.rows()));
    return tables;
  }

  /** Twenty persons, with so many events in each closed year and in the open one. */
  private Years years(int inClosed, int inOpen) {
    SmallRegion closed = new SmallRegion();
    SmallRegion open = new SmallRegion();
    for (int number = 0; number < 20; number++) {
      Person person = Person.of(number).withConditions(number % 4);
      for (String year : YEARS) {
        boolean isOpen = year.equals("2026");
        (isOpen ? open : closed).add(year, person, number + (isOpen ? inOpen : inClosed), 0.5);
      }
    }
    return new Years(
        List.of(closed.rows(spark), open.rows(spark)),
        List.of("closed " + inClosed, "open " + inOpen),
        new ArrayList<>());
  }

  /**
   * A table of two slices.
   *
   * @param read the slices of each reading
   */
  private record Years(List<Dataset<Row>> bySlice, List<String> contents, List<String> read)
      implements TableInParts {

    @Override
    public Dataset<Row> rows() {
      return bySlice.get(Slicing.CLOSED).union(bySlice.get(Slicing.OPEN));
    }

    @Override
    public synchronized Dataset<Row> of(Predicate<Place> places) {
      read.add(String.join("", slices(places).map(String::valueOf).toList()));
      return slices(places).map(bySlice::get).reduce(Dataset::union).orElseThrow();
    }

    @Override
    public String content(Predicate<Place> places) {
      return String.join(", ", slices(places).map(contents::get).toList());
    }

    private static Stream<Integer> slices(Predicate<Place> places) {
      return Slicing.ALL.stream().filter(slice -> places.test(new Place(0, slice)));
    }
  }
}
