package se.jamlik.pipeline.link;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_date;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.vocabulary.PersonTables;

/**
 * Which rows go on to the facts: those of people known to the population, and of care, drugs and
 * acts only those not dated after the as-of date (inputs.md).
 *
 * @param persons one row per known person
 * @param buckets that rows are counted in
 */
record KnownRows(Dataset<Row> persons, LocalDate asOf, int buckets) {
  /** 31 December 9999, the end of an interval that has not ended. */
  static final int OPEN_DAY = 2_932_896;

  /** Rows that are no events of care: decisions and lists, which may begin after the as-of date. */
  Dataset<Row> of(Dataset<Row> rows) {
    return rows.join(persons, PersonTables.PERSON);
  }

  Dataset<Row> upToAsOf(Dataset<Row> rows, String datedOn) {
    return of(rows.where(col(datedOn).leq(lit(asOf))));
  }

  /** Intervals [start_day, end_day) that hold a day, with the day of death as the latest end. */
  Dataset<Row> intervals(Dataset<Row> rows, Column... others) {
    Column start = unix_date(col("starts_on")).as("start_day");
    Column end = endDay("ends_on").as("end_day");
    Column[] columns = new Column[others.length + 3];
    columns[0] = col(PersonTables.PERSON);
    System.arraycopy(others, 0, columns, 1, others.length);
    columns[others.length + 1] = start;
    columns[others.length + 2] = end;
    return of(rows).select(columns).where(col("start_day").lt(col("end_day")));
  }

  /** The first day that no longer counts; the day of death does not. */
  static Column endDay(String endsOn) {
    return least(unix_date(col(endsOn)), col("died_day"), lit(OPEN_DAY));
  }

  static Column day(String on, String name) {
    return unix_date(col(on)).as(name);
  }
}
