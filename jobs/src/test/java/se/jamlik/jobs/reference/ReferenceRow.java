package se.jamlik.jobs.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One typed row of a table. Two rows are equal when all contract columns are, after parsing; a null
 * equals a null.
 */
final class ReferenceRow {
  private final ReferenceTable table;
  private final @Nullable Object[] values;

  ReferenceRow(ReferenceTable table, @Nullable Object[] values) {
    this.table = table;
    this.values = values.clone();
  }

  ReferenceTable table() {
    return table;
  }

  boolean isNull(String column) {
    return value(column) == null;
  }

  @Nullable Object value(String column) {
    return values[table.indexOf(column)];
  }

  @Nullable String text(String column) {
    return (String) value(column);
  }

  @Nullable Integer integer(String column) {
    return (Integer) value(column);
  }

  @Nullable LocalDate date(String column) {
    return (LocalDate) value(column);
  }

  @Nullable BigDecimal decimal(String column) {
    return (BigDecimal) value(column);
  }

  /** The values of name1..nameN in their places; places after the last known value are left out. */
  @SuppressWarnings("unchecked")
  List<@Nullable String> list(String column) {
    Object value = value(column);
    return value == null ? List.of() : (List<@Nullable String>) value;
  }

  String lopnr() {
    return (String) values[table.indexOf("lopnr")];
  }

  List<@Nullable Object> key() {
    return Arrays.asList(table.key().stream().map(this::value).toArray());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ReferenceRow row
        && table.name().equals(row.table.name())
        && Arrays.equals(values, row.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return table.name() + Arrays.toString(values);
  }
}
