package se.jamlik.jobs.reference;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares two lists of rows cell by cell, joined by their key columns. */
final class Difference {
  private static final double TOLERANCE = 1e-9;

  /** Limits at 0 are the rest of a subtraction. */
  private static final double NOTHING = 1e-10;

  private Difference() {}

  /** The components of a record by their names in snake case. */
  private static final ClassValue<Map<String, Method>> COLUMNS =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> record) {
          Map<String, Method> columns = new LinkedHashMap<>();
          for (RecordComponent component : record.getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            columns.put(
                component.getName().replaceAll("([A-Z]|[0-9]+)", "_$1").toLowerCase(Locale.ROOT),
                component.getAccessor());
          }
          return columns;
        }
      };

  /** The records as rows whose columns are the components' names in snake case. */
  static List<Map<String, @Nullable Object>> rows(List<? extends Record> records) {
    return records.stream().map(Difference::row).toList();
  }

  private static Map<String, @Nullable Object> row(Record record) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    COLUMNS
        .get(record.getClass())
        .forEach(
            (column, component) -> {
              try {
                row.put(column, component.invoke(record));
              } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
              }
            });
    return row;
  }

  /**
   * One line for every row that one side lacks, and for every cell that differs, in the columns of
   * the expected rows. Numbers differ when they are further apart than one part in a thousand
   * million.
   */
  static List<String> between(
      List<Map<String, @Nullable Object>> expected,
      List<Map<String, @Nullable Object>> actual,
      List<String> key) {
    List<String> differences = new ArrayList<>();
    Map<List<String>, Map<String, @Nullable Object>> wanted =
        byKey(expected, key, "expected", differences);
    Map<List<String>, Map<String, @Nullable Object>> found =
        byKey(actual, key, "actual", differences);
    wanted.forEach(
        (rowKey, row) -> {
          Map<String, @Nullable Object> other = found.get(rowKey);
          if (other == null) {
            differences.add("missing " + named(key, rowKey) + ": " + row);
          } else {
            for (String column : row.keySet()) {
              if (!isSame(row.get(column), other.get(column))) {
                differences.add(
                    "differs "
                        + named(key, rowKey)
                        + ": "
                        + column
                        + " expected "
                        + row.get(column)
                        + " but was "
                        + other.get(column));
              }
            }
          }
        });
    found.forEach(
        (rowKey, row) -> {
          if (!wanted.containsKey(rowKey)) {
            differences.add("extra   " + named(key, rowKey) + ": " + row);
          }
        });
    return differences;
  }

  private static Map<List<String>, Map<String, @Nullable Object>> byKey(
      List<Map<String, @Nullable Object>> rows,
      List<String> key,
      String side,
      List<String> differences) {
    Map<List<String>, Map<String, @Nullable Object>> byKey = new LinkedHashMap<>();
    for (Map<String, @Nullable Object> row : rows) {
      List<String> rowKey = key.stream().map(column -> String.valueOf(row.get(column))).toList();
      if (byKey.put(rowKey, row) != null) {
        differences.add("twice   " + named(key, rowKey) + " among the " + side + " rows");
      }
    }
    return byKey;
  }

  private static String named(List<String> key, List<String> values) {
    List<String> named = new ArrayList<>();
    for (int index = 0; index < key.size(); index++) {
      named.add(key.get(index) + "=" + values.get(index));
    }
    return String.join(" ", named);
  }

  private static boolean isSame(@Nullable Object expected, @Nullable Object actual) {
    if (expected instanceof Number left && actual instanceof Number right) {
      return isClose(
          new BigDecimal(left.toString()).doubleValue(),
          new BigDecimal(right.toString()).doubleValue());
    }
    if (isReason(expected) && isReason(actual)) {
      return parts(expected).equals(parts(actual));
    }
    return Objects.equals(text(expected), text(actual));
  }

  /**
   * Several reasons stand in one cell with semicolons between them, in no order that means
   * anything.
   */
  private static boolean isReason(@Nullable Object value) {
    return value instanceof String text && text.contains("; ");
  }

  private static Set<String> parts(@Nullable Object value) {
    return new TreeSet<>(Arrays.asList(String.valueOf(value).split("; ")));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static boolean isClose(double left, double right) {
    double apart = Math.abs(left - right);
    return apart <= TOLERANCE * Math.max(Math.abs(left), Math.abs(right)) || apart <= NOTHING;
  }
}
