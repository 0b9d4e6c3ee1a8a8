package se.jamlik.pipeline.link;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_date;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.vocabulary.Period;
import se.jamlik.pipeline.vocabulary.PersonTables;

/**
 * Who lived in the scope at the start or the end of each period. One row per person and period,
 * with the income of the year that the attribute day takes, but not yet its quintile.
 *
 * @param periods of the night
 * @param scope municipalities
 * @param populationYears the years that the population table has rows of
 * @param incomeYears the years that the income table has rows of
 */
record PeriodResidents(
    List<Period> periods,
    List<String> scope,
    TreeSet<Integer> populationYears,
    TreeSet<Integer> incomeYears) {

  Dataset<Row> of(ConformedTables tables) {
    FlatMapFunction<Row, Row> kernel =
        new PersonPeriodKernel(periods, Set.copyOf(scope), populationYears, incomeYearByDay());
    return history(tables).flatMap(kernel, Encoders.row(PersonPeriodKernel.SCHEMA));
  }

  /** One row per known person: the lists that the kernel reads, the population's in year order. */
  private Dataset<Row> history(ConformedTables tables) {
    String[] person = {PersonTables.PERSON};
    return listed(tables.table("population"), "population", PersonHistory.POPULATION)
        .join(listed(tables.table("migration"), "moves", PersonHistory.MOVE), person, "left")
        .join(
            tables
                .table("death")
                .select(col(PersonTables.PERSON), unix_date(col("died_on")).as("died_day")),
            person,
            "left")
        .join(listed(incomesThatCount(tables), "incomes", PersonHistory.INCOME), person, "left");
  }

  private static Dataset<Row> listed(Dataset<Row> rows, String name, List<Column> columns) {
    Column all = struct(columns.toArray(Column[]::new));
    return rows.groupBy(PersonTables.PERSON).agg(sort_array(collect_list(all)).as(name));
  }

  private Dataset<Row> incomesThatCount(ConformedTables tables) {
    return tables
        .table("income")
        .where(col("year").isin(incomeYearByDay().values().stream().distinct().toArray()));
  }

  /** One year for the whole table: the day's, or the latest before it that has any row. */
  private TreeMap<LocalDate, Integer> incomeYearByDay() {
    TreeMap<LocalDate, Integer> years = new TreeMap<>();
    for (Period period : periods) {
      for (LocalDate day : List.of(period.dayBeforeStart(), period.measureDay())) {
        Integer year = incomeYears.floor(day.getYear());
        if (year != null) {
          years.put(day, year);
        }
      }
    }
    return years;
  }
}
