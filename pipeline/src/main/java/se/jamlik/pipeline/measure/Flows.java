package se.jamlik.pipeline.measure;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.link.RecordKey;

/**
 * What becomes of groups of residents from one calendar year to the next. Spark looks up each
 * person of a group in the year after; only counts reach the driver.
 *
 * @param years names of the calendar years that have a year after, and the names of those
 * @param members SQL condition of a group's persons in a row of persons and periods
 * @param keys the record keys of persons
 */
record Flows(SortedMap<String, String> years, Map<Cohort, String> members, RecordKey keys) {
  private static final String COHORTS = "cohorts";
  private static final String COHORT = "cohort";
  private static final String NEXT = "next_";

  /** A municipality's part of a group, and what has become of it. */
  record Part(String period, String municipality, String cohort, String outcome)
      implements Serializable {}

  /** The persons of every part that has any. */
  Map<Part, Counted> of(Dataset<Row> personPeriods) {
    Map<Part, Counted> found = new HashMap<>();
    if (years.isEmpty() || members.isEmpty()) {
      return found;
    }
    Dataset<Row> persons = persons(personPeriods);
    persons
        .where(size(col(COHORTS)).gt(0))
        .withColumn(NEXT + "period", nextPeriod())
        .join(next(persons), Stream.of("person", NEXT + "period").toArray(String[]::new), "left")
        .withColumn(COHORT, explode(col(COHORTS)))
        .where(col(NEXT + "period").isNotNull())
        .select(
            col("period"),
            col("municipality"),
            col(COHORT),
            outcome().as("outcome"),
            Concentrations.keyColumn(keys))
        .groupBy("period", "municipality", COHORT, "outcome")
        .agg(
            count(lit(1)).as("residents"),
            expr("bit_xor(%s)".formatted(Concentrations.RECORD_KEY)).as("part_key"))
        .collectAsList()
        .forEach(
            row ->
                found.put(
                    new Part(
                        row.getString(0), row.getString(1), row.getString(2), row.getString(3)),
                    new Counted(row.getLong(4), row.getLong(4), row.getLong(5))));
    return found;
  }

  private Dataset<Row> persons(Dataset<Row> personPeriods) {
    Column[] cohorts =
        members.entrySet().stream()
            .map(member -> when(expr(member.getValue()), lit(member.getKey().text())))
            .toArray(Column[]::new);
    return personPeriods
        .where(
            col("period")
                .isin(
                    Stream.concat(years.keySet().stream(), years.values().stream())
                        .distinct()
                        .toArray()))
        .select(
            col("person"),
            col("period"),
            col("municipality"),
            col("is_resident_at_end"),
            col("has_died"),
            col("is_in_special_housing"),
            array_compact(array(cohorts)).as(COHORTS));
  }

  private static Dataset<Row> next(Dataset<Row> persons) {
    Column[] columns =
        Stream.of("period", "is_resident_at_end", "has_died", "is_in_special_housing", COHORTS)
            .map(name -> col(name).as(NEXT + name))
            .toArray(Column[]::new);
    return persons.select(
        Stream.concat(Stream.of(col("person")), Stream.of(columns)).toArray(Column[]::new));
  }

  /** Null in the last year. */
  private Column nextPeriod() {
    Column next = lit(null).cast("string");
    for (Map.Entry<String, String> year : years.entrySet()) {
      next = when(col("period").equalTo(year.getKey()), lit(year.getValue())).otherwise(next);
    }
    return next;
  }

  /** The first that is true, in the order of {@link Cohort#outcomes}. */
  private static Column outcome() {
    Column isCore = col(COHORT).equalTo(Cohort.CORE.text());
    return when(isTrue(NEXT + "has_died"), text(Cohort.Outcome.DIED))
        .when(not(isTrue(NEXT + "is_resident_at_end")), text(Cohort.Outcome.MOVED_AWAY))
        .when(array_contains(col(NEXT + COHORTS), col(COHORT)), text(Cohort.Outcome.REMAINS))
        .when(not(isCore), text(Cohort.Outcome.BELOW_TOP))
        .when(isTrue(NEXT + "is_in_special_housing"), text(Cohort.Outcome.SPECIAL_HOUSING))
        .otherwise(text(Cohort.Outcome.IMPROVED));
  }

  private static Column isTrue(String column) {
    return coalesce(col(column), lit(false));
  }

  private static Column text(Cohort.Outcome outcome) {
    return lit(outcome.text());
  }
}
