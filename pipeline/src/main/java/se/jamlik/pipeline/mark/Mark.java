package se.jamlik.pipeline.mark;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import se.jamlik.pipeline.link.Linked;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.PersonTables;
import se.jamlik.pipeline.vocabulary.Settings;
import se.jamlik.pipeline.vocabulary.SideBySide;

/**
 * Computes what is true of each person in each period, by the SQL of the definition files. One row
 * per person and period; what several facts are made from is written beside it.
 */
public final class Mark {
  private final SparkSession spark;
  private final Definitions definitions;
  private final Settings settings;
  private final String out;

  private Mark(SparkSession spark, Definitions definitions, Settings settings, String out) {
    this.spark = spark;
    this.definitions = definitions;
    this.settings = settings;
    this.out = out;
  }

  /**
   * Adds the facts to the people of each period, and writes them to the folder {@code marked} of
   * {@code out}.
   *
   * @param linked tables by name; one that is missing has no rows
   */
  public static Marked mark(Linked linked, Definitions definitions, Settings settings, String out) {
    SparkSession spark = linked.table(LinkedTables.PERSON_PERIOD).sparkSession();
    return new Mark(spark, definitions, settings, out)
        .marked(LinkedTables.of(linked), linked.coverage());
  }

  private Marked marked(LinkedTables tables, Coverage coverage) {
    try (Views views = new Views(spark)) {
      views.add(tables.byName());
      views.add(PeriodTables.of(spark, coverage));
      views.add(ChoiceTables.of(spark, settings));
      OccurringCodes codes = OccurringCodes.in(tables);
      views.add(CodeTables.of(spark, CodeTables.inUse(definitions, settings), codes));
      definitions
          .derived()
          .forEach((name, text) -> views.add(name, written(name, spark.sql(text))));
      Dataset<Row> marked = tables.table(LinkedTables.PERSON_PERIOD);
      for (Dataset<Row> facts : SideBySide.each(definitions.facts().entrySet(), this::written)) {
        marked = Facts.with(marked, facts);
      }
      marked = Facts.withCombined(marked, definitions.combined(), spark.table(ChoiceTables.COSTS));
      return new Marked(
          written(LinkedTables.PERSON_PERIOD, marked, Facts.PERIOD),
          coverage,
          CodeListHits.of(definitions.codeLists().values(), codes));
    }
  }

  /**
   * A file of facts has a table of its own: together in one plan they would have to fit in memory
   * together, and each would wait for the planning of all.
   */
  private Dataset<Row> written(Map.Entry<String, String> facts) {
    return written("facts/" + facts.getKey(), spark.sql(facts.getValue()), Facts.PERIOD);
  }

  private Dataset<Row> written(String name, Dataset<Row> rows, String... sortedAfterPerson) {
    return PersonTables.write(rows, out + "/marked/" + name, settings.buckets(), sortedAfterPerson);
  }
}
