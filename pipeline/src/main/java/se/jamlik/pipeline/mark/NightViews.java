package se.jamlik.pipeline.mark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import se.jamlik.pipeline.kept.Place;
import se.jamlik.pipeline.kept.Slicing;
import se.jamlik.pipeline.kept.TableInParts;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.Period;

/** The tables of a night under the names that files of SQL know, as far as a file must see them. */
final class NightViews implements AutoCloseable {
  private final SparkSession spark;
  private final Coverage coverage;
  private final Slicing slicing;
  private final Views views;
  private final Map<String, TableInParts> tables = new HashMap<>();
  private final Map<String, Map<Set<Integer>, Dataset<Row>>> read = new HashMap<>();

  NightViews(SparkSession spark, Coverage coverage, Slicing slicing) {
    this.spark = spark;
    this.coverage = coverage;
    this.slicing = slicing;
    this.views = new Views(spark);
  }

  /** Tables that every file sees whole. */
  void add(Map<String, Dataset<Row>> whole) {
    views.add(whole);
  }

  void add(String name, TableInParts table) {
    tables.put(name, table);
  }

  Map<String, TableInParts> tables() {
    return Map.copyOf(tables);
  }

  TableInParts table(String name) {
    return Objects.requireNonNull(tables.get(name), name);
  }

  /**
   * What a text gives for these places at least. One at a time: the views are those of the session.
   */
  synchronized Dataset<Row> rows(Reach reach, String text, Set<Place> places) {
    Set<Integer> buckets = places.stream().map(Place::bucket).collect(Collectors.toSet());
    Set<Integer> slices = places.stream().map(Place::slice).collect(Collectors.toSet());
    views.add(PeriodTables.of(spark, reach.rows() == Reach.Rows.PERIOD ? of(slices) : coverage));
    Set<String> words = SqlOrigins.words(text);
    tables.forEach(
        (name, table) -> {
          if (words.contains(name)) {
            views.add(
                name,
                reach.rows() == Reach.Rows.EVERYBODY ? of(name, Set.of()) : of(name, buckets));
          }
        });
    return spark.sql(text);
  }

  /** The rows of some buckets, of all without any. */
  private Dataset<Row> of(String name, Set<Integer> buckets) {
    TableInParts table = table(name);
    return read.computeIfAbsent(name, any -> new HashMap<>())
        .computeIfAbsent(
            buckets,
            any ->
                buckets.isEmpty()
                    ? table.rows()
                    : table.of(place -> buckets.contains(place.bucket())));
  }

  private Coverage of(Set<Integer> slices) {
    List<Period> periods =
        coverage.periods().stream().filter(period -> slices.contains(slicing.of(period))).toList();
    return new Coverage(
        coverage.asOf(),
        coverage.dataThrough(),
        coverage.firstDiagnosis(),
        periods,
        coverage.notDelivered(),
        coverage.silent(),
        coverage.areas());
  }

  @Override
  public void close() {
    views.close();
  }
}
