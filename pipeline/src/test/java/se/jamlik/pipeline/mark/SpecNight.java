package se.jamlik.pipeline.mark;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import se.jamlik.pipeline.link.Linked;
import se.jamlik.pipeline.link.Linker;
import se.jamlik.pipeline.vocabulary.Definitions;

/**
 * All spec pages as one night in November 2026: linked by Spark, marked by DuckDB.
 *
 * @param persons pseudonyms by person key, both as text
 */
record SpecNight(
    List<SpecPage> pages, Linked linked, DuckDbMark duckDb, Map<String, String> persons)
    implements AutoCloseable {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
  private static final String LAST_DISCHARGE = "2026-11-21";

  static SpecNight of(SparkSession spark, Path folder) throws SQLException {
    Definitions definitions = Definitions.load();
    List<SpecPage> pages = SpecPage.all();
    GivenTables given = new GivenTables(definitions);
    pages.forEach(given::add);
    // A stranger's stay tells how far the inpatient table reaches.
    given.add(
        "par_slutenvard",
        Map.of("lopnr", "stranger", "indatum", LAST_DISCHARGE, "utdatum", LAST_DISCHARGE));
    Linked linked =
        new Linker(definitions, SmallSettings.DEFAULTS, AS_OF, person -> person)
            .link(given.conformed(spark), folder.resolve("linked").toString());
    return new SpecNight(
        pages, linked, new DuckDbMark(linked, definitions, folder), persons(spark, pages));
  }

  private static Map<String, String> persons(SparkSession spark, List<SpecPage> pages) {
    List<String> pseudonyms =
        pages.stream().flatMap(page -> page.persons().stream().map(page::pseudonym)).toList();
    Map<String, String> persons = new LinkedHashMap<>();
    spark
        .createDataset(pseudonyms, Encoders.STRING())
        .selectExpr("value", "xxhash64(value) as person")
        .collectAsList()
        .forEach(row -> persons.put(Long.toString(row.getLong(1)), row.getString(0)));
    return persons;
  }

  @Override
  public void close() throws SQLException {
    duckDb.close();
  }
}
