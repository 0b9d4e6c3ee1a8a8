package se.jamlik.pipeline.quality;

import static java.util.Objects.requireNonNull;
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
import java.util.TreeMap;
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
 * Counts all checks of tables' rows in one pass over each: rows are grouped by year or month, by
 * deliverer and by the rules that they break, and only the sizes of those groups are collected.
 *
 * @param conformed the tables by our names
 */
record TableScan(Map<String, Dataset<Row>> conformed, Definitions definitions) {
  private static final int MONTHS = 12;

  /**
   * The counts of delivered tables by the contract's names, in one query; all zero for one that
   * holds no row.
   *
   * @param checks by table, of all tables that are to be counted
   */
  Map<String, TableCounts> of(Map<String, List<Check>> checks) {
    Map<String, PatternCounts> patterns = new TreeMap<>();
    checks.forEach((table, all) -> patterns.put(table, new PatternCounts(conditions(all))));
    checks.keySet().stream()
        .map(definitions::table)
        .filter(table -> conformed.containsKey(table.becomes()))
        .map(table -> patterns(table, checks))
        .reduce(Dataset::union)
        .ifPresent(
            rows ->
                counted(rows)
                    .forEach(row -> requireNonNull(patterns.get(row.getString(0))).add(row)));
    Map<String, TableCounts> counts = new TreeMap<>();
    checks.forEach(
        (table, all) ->
            counts.put(table, withOpenRows(requireNonNull(patterns.get(table)), table, all)));
    return counts;
  }

  private TableCounts withOpenRows(PatternCounts patterns, String table, List<Check> checks) {
    Dataset<Row> rows = conformed.get(definitions.table(table).becomes());
    List<Count> counts = new ArrayList<>(patterns.counts());
    checks.stream()
        .filter(check -> check.rule().counts() == Counted.OPEN_ROWS_NOT_LAST)
        .map(check -> rows == null ? Count.of(check, 0, 0) : OpenRows.notLast(rows, check))
        .forEach(counts::add);
    return new TableCounts(patterns.rows(), counts, patterns.months());
  }

  private static List<Row> counted(Dataset<Row> rows) {
    return rows.groupBy(Stream.of(rows.columns()).map(name -> col(name)).toArray(Column[]::new))
        .agg(count(lit(1)))
        .collectAsList();
  }

  private static List<Check> conditions(List<Check> checks) {
    return checks.stream().filter(TableScan::isCondition).toList();
  }

  private static boolean isCondition(Check check) {
    return check.rule().counts() == Counted.ROWS || check.rule().counts() == Counted.CLINIC_MONTHS;
  }

  private static boolean isByMonth(Counted counted) {
    return counted == Counted.EMPTY_MONTHS
        || counted == Counted.UNUSUAL_MONTHS
        || counted == Counted.CLINIC_MONTHS;
  }

  /** Table, year, month, municipality, clinic, and the bits of both conditions in turn. */
  private Dataset<Row> patterns(TableDefinition table, Map<String, List<Check>> checks) {
    List<Check> all = requireNonNull(checks.get(table.table()));
    Conditions conditions = new Conditions(conditions(all));
    boolean hasMonths = all.stream().anyMatch(check -> isByMonth(check.rule().counts()));
    boolean hasClinics =
        all.stream().anyMatch(check -> check.rule().counts() == Counted.CLINIC_MONTHS);
    boolean isMunicipal = table.deliverer() == Deliverer.MUNICIPALITY;
    List<Column> group = new ArrayList<>();
    group.add(lit(table.table()).as("quality_table"));
    group.add(yearOf(table).as("quality_year"));
    group.add((hasMonths ? monthOf(table) : lit(null).cast("int")).as("quality_month"));
    group.add((isMunicipal ? col("municipality") : lit(Check.ALL)).as("quality_municipality"));
    group.add((hasClinics ? coalesce(col("clinic"), lit("")) : lit("")).as("quality_clinic"));
    int numbers =
        checks.values().stream()
            .mapToInt(ofOne -> new Conditions(conditions(ofOne)).numbers())
            .max()
            .orElse(0);
    for (int number = 0; number < numbers; number++) {
      group.add(conditions.applicable(number).as("applicable_" + number));
      group.add(conditions.violated(number).as("violated_" + number));
    }
    Dataset<Row> rows = requireNonNull(conformed.get(table.becomes()));
    return withPlacesOfValues(withDeaths(rows, table, conditions(all)), conditions(all))
        .select(group.toArray(Column[]::new));
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
