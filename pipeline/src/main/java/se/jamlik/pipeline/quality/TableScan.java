package se.jamlik.pipeline.quality;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.year;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.vocabulary.ColumnDefinition;
import se.jamlik.pipeline.vocabulary.ColumnType;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Deliverer;
import se.jamlik.pipeline.vocabulary.PersonTables;
import se.jamlik.pipeline.vocabulary.QualityRule.Counted;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/**
 * Counts all checks of a table's rows in one pass over it: rows are grouped by year or month, by
 * deliverer and by the rules that they break, and only the sizes of those groups are collected.
 *
 * @param conformed the tables by our names
 */
record TableScan(Map<String, Dataset<Row>> conformed, Definitions definitions) {
  private static final String YEAR = "quality_year";
  private static final String MONTH = "quality_month";
  private static final String MUNICIPALITY = "quality_municipality";
  private static final String CLINIC = "quality_clinic";
  private static final int MONTHS = 12;

  /** The counts of a delivered table; all zero when it holds no row. */
  TableCounts of(TableDefinition table, List<Check> checks) {
    List<Check> conditions = checks.stream().filter(TableScan::isCondition).toList();
    boolean hasMonths = checks.stream().anyMatch(check -> isByMonth(check.rule().counts()));
    PatternCounts patterns = new PatternCounts(conditions, hasMonths);
    Dataset<Row> rows = conformed.get(table.becomes());
    List<Count> counts = new ArrayList<>();
    if (rows != null) {
      patterns(rows, table, conditions, hasMonths).collectAsList().forEach(patterns::add);
    }
    counts.addAll(patterns.counts());
    checks.stream()
        .filter(check -> check.rule().counts() == Counted.OPEN_ROWS_NOT_LAST)
        .map(check -> rows == null ? Count.of(check, 0, 0) : OpenRows.notLast(rows, check))
        .forEach(counts::add);
    return new TableCounts(counts, patterns.months());
  }

  private static boolean isCondition(Check check) {
    return check.rule().counts() == Counted.ROWS || check.rule().counts() == Counted.CLINIC_MONTHS;
  }

  private static boolean isByMonth(Counted counted) {
    return counted == Counted.EMPTY_MONTHS
        || counted == Counted.UNUSUAL_MONTHS
        || counted == Counted.CLINIC_MONTHS;
  }

  /**
   * Year, month, municipality, clinic, the bits of both conditions, and how many rows have them.
   */
  private Dataset<Row> patterns(
      Dataset<Row> rows, TableDefinition table, List<Check> checks, boolean hasMonths) {
    Conditions conditions = new Conditions(checks);
    boolean hasClinics =
        checks.stream().anyMatch(check -> check.rule().counts() == Counted.CLINIC_MONTHS);
    List<Column> group = new ArrayList<>();
    group.add(yearOf(table).as(YEAR));
    group.add((hasMonths ? monthOf(table) : lit(null).cast("int")).as(MONTH));
    group.add(
        (table.deliverer() == Deliverer.MUNICIPALITY ? col("municipality") : lit(Check.ALL))
            .as(MUNICIPALITY));
    group.add((hasClinics ? coalesce(col("clinic"), lit("")) : lit("")).as(CLINIC));
    for (int number = 0; number < conditions.numbers(); number++) {
      group.add(conditions.applicable(number).as("applicable_" + number));
      group.add(conditions.violated(number).as("violated_" + number));
    }
    Dataset<Row> looked = withPlacesOfValues(withDeaths(rows, table, checks), checks);
    Dataset<Row> marked = looked.select(group.toArray(Column[]::new));
    return marked
        .groupBy(Stream.of(marked.columns()).map(name -> col(name)).toArray(Column[]::new))
        .agg(count(lit(1)));
  }

  private Dataset<Row> withDeaths(Dataset<Row> rows, TableDefinition table, List<Check> checks) {
    boolean isNeeded =
        checks.stream()
            .flatMap(check -> Stream.ofNullable(check.rule().applicable()))
            .anyMatch(condition -> condition.contains("{died}"));
    Dataset<Row> deaths = conformed.get(definitions.table("dors").becomes());
    if (!isNeeded) {
      return rows;
    }
    if (deaths == null || table.table().equals("dors")) {
      return rows.withColumn(Conditions.DIED, lit(null).cast("date"));
    }
    Dataset<Row> died = deaths.select(col(PersonTables.PERSON), col("died_on").as(Conditions.DIED));
    return rows.join(broadcast(died), new String[] {PersonTables.PERSON}, "left");
  }

  /** Whether the value of a column is among those of the column that it refers to. */
  private Dataset<Row> withPlacesOfValues(Dataset<Row> rows, List<Check> checks) {
    Dataset<Row> looked = rows;
    for (Check check : checks) {
      String other = check.words().get("refers-to");
      if (other != null) {
        String[] place = other.split("\\.", 2);
        Dataset<Row> values = conformed.get(definitions.table(place[0]).becomes());
        looked =
            values == null
                ? looked.withColumn(Conditions.found(check), lit(false))
                : looked
                    .join(
                        broadcast(
                            values
                                .select(col(place[1]).as(check.column()))
                                .distinct()
                                .withColumn(Conditions.found(check), lit(true))),
                        new String[] {check.column()},
                        "left")
                    .withColumn(
                        Conditions.found(check),
                        coalesce(col(Conditions.found(check)), lit(false)));
      }
    }
    return looked;
  }

  private static Optional<ColumnDefinition> event(TableDefinition table) {
    String event = table.event();
    return table.column(event == null ? "year" : event);
  }

  private static Column yearOf(TableDefinition table) {
    return event(table)
        .map(
            event ->
                switch (event.type()) {
                  case INT -> col(event.name());
                  case MONTH -> substring(col(event.name()), 1, 4).cast("int");
                  default -> year(col(event.name()));
                })
        .orElse(lit(null).cast("int"));
  }

  private static Column monthOf(TableDefinition table) {
    ColumnDefinition event = event(table).orElseThrow();
    Column ofYear =
        event.type() == ColumnType.MONTH
            ? substring(col(event.name()), 6, 2).cast("int")
            : month(col(event.name()));
    return yearOf(table).multiply(MONTHS).plus(ofYear).minus(1);
  }
}
