package se.jamlik.pipeline.measure;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * The columns of a table of the release in their order, each with what stands in it, so that schema
 * and rows are told once.
 *
 * @param <T> what a row is made of
 */
final class TableColumns<T> {
  private static final double PERCENT = 100;

  private final List<Told<T>> columns;

  private record Told<T>(String name, DataType type, Function<T, ?> value) {}

  TableColumns() {
    this(List.of());
  }

  private TableColumns(List<Told<T>> columns) {
    this.columns = List.copyOf(columns);
  }

  TableColumns<T> text(String name, Function<T, String> value) {
    return column(name, StringType, value);
  }

  TableColumns<T> count(String name, Function<T, Long> value) {
    return column(name, LongType, value);
  }

  TableColumns<T> number(String name, Function<T, Double> value) {
    return column(name, DoubleType, value);
  }

  /**
   * Which cell a row is of.
   *
   * @param names of columns, all of them words of the cell
   */
  TableColumns<T> cell(Function<T, Cell> cell, String... names) {
    TableColumns<T> withCell = this;
    for (String name : names) {
      withCell = withCell.text(name, cell.andThen(word(name)));
    }
    return withCell;
  }

  /** The columns value, ci_low and ci_high, in percent. */
  TableColumns<T> percent(Function<T, Optional<Estimate>> share) {
    return number("value", row -> share.apply(row).map(of -> PERCENT * of.value()).orElse(null))
        .limits(
            row ->
                share
                    .apply(row)
                    .flatMap(Estimate::interval)
                    .map(interval -> interval.map(limit -> PERCENT * limit)));
  }

  /** The columns ci_low and ci_high. */
  TableColumns<T> limits(Function<T, Optional<Interval>> limits) {
    return number("ci_low", row -> limits.apply(row).map(Interval::low).orElse(null))
        .number("ci_high", row -> limits.apply(row).map(Interval::high).orElse(null));
  }

  /** The columns status and reason. */
  TableColumns<T> status(Function<T, Status> status, Function<T, List<String>> reasons) {
    return text("status", status.andThen(Status::text))
        .text("reason", row -> IndicatorValue.reason(reasons.apply(row)));
  }

  /**
   * The table of rows.
   *
   * @param rows in the order of the release
   */
  ReleaseTable table(String name, Stream<T> rows) {
    StructType schema = new StructType();
    for (Told<T> column : columns) {
      schema = schema.add(column.name(), column.type());
    }
    return new ReleaseTable(name, schema, rows.map(this::row).toList());
  }

  private Row row(T of) {
    return RowFactory.create(columns.stream().map(column -> column.value().apply(of)).toArray());
  }

  private TableColumns<T> column(String name, DataType type, Function<T, ?> value) {
    return new TableColumns<>(
        Stream.concat(columns.stream(), Stream.of(new Told<T>(name, type, value))).toList());
  }

  private static Function<Cell, String> word(String column) {
    return switch (column) {
      case "period" -> Cell::period;
      case "area_level" -> Cell::areaLevel;
      case "area" -> Cell::area;
      case "sex" -> Cell::sex;
      case "age_group" -> Cell::ageGroup;
      case "income_quintile" -> Cell::category;
      default -> throw new IllegalArgumentException("No word of a cell: " + column);
    };
  }
}
