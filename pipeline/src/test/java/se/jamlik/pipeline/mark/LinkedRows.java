package se.jamlik.pipeline.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import se.jamlik.pipeline.link.Linked;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.Period;

/** Linked tables drawn row by row. */
final class LinkedRows {
  private final SparkSession spark;
  private final Map<String, List<Row>> rows = new TreeMap<>();

  LinkedRows(SparkSession spark) {
    this.spark = spark;
  }

  /** Adds a row with the values of all columns in their order. */
  LinkedRows with(String table, Object... values) {
    rows.computeIfAbsent(table, name -> new ArrayList<>()).add(RowFactory.create(values));
    return this;
  }

  /** Adds a person who lives in the scope all through each period. */
  LinkedRows withResident(long person, int age, List<Period> periods) {
    for (Period period : periods) {
      with(
          LinkedTables.PERSON_PERIOD,
          person,
          period.name(),
          "women",
          age,
          Math.min(age / 5, 18),
          "2480",
          null,
          null,
          "missing",
          "missing",
          "sweden",
          "household of " + person,
          true,
          true,
          1.0);
    }
    return this;
  }

  Linked linked(Coverage coverage) {
    LinkedTables empty = LinkedTables.empty(spark);
    Map<String, Dataset<Row>> tables = new TreeMap<>();
    rows.forEach(
        (name, drawn) ->
            tables.put(name, spark.createDataFrame(drawn, empty.table(name).schema())));
    return Linked.unknown(tables, coverage);
  }
}
