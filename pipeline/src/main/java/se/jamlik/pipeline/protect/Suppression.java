package se.jamlik.pipeline.protect;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * Counts the hidden rows of the release: table suppression. Primary are the rows whose own counts
 * are too small, secondary those that are derived from a hidden row; share is both over all rows.
 */
final class Suppression {
  static final String TABLE = "suppression";
  static final StructType SCHEMA =
      new StructType()
          .add("table", StringType)
          .add("indicator", StringType)
          .add("period", StringType)
          .add("cells", LongType)
          .add("primary", LongType)
          .add("secondary", LongType)
          .add("share", DoubleType);

  private final Map<Group, Map<Decision.Kind, Long>> counts = new TreeMap<>();

  /** What is counted together. */
  private record Group(String table, String indicator, String period) implements Comparable<Group> {
    private static final Comparator<Group> ORDER =
        Comparator.comparing(Group::table)
            .thenComparing(Group::indicator)
            .thenComparing(Group::period);

    @Override
    public int compareTo(Group other) {
      return ORDER.compare(this, other);
    }
  }

  void count(String table, String indicator, String period, Decision.Kind kind) {
    counts
        .computeIfAbsent(
            new Group(table, indicator, period), absent -> new EnumMap<>(Decision.Kind.class))
        .merge(kind, 1L, Long::sum);
  }

  ReleaseTable table() {
    List<Row> rows =
        counts.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue())).toList();
    return new ReleaseTable(TABLE, SCHEMA, rows);
  }

  private static Row row(Group group, Map<Decision.Kind, Long> kinds) {
    long cells = kinds.values().stream().mapToLong(Long::longValue).sum();
    long primary = kinds.getOrDefault(Decision.Kind.PRIMARY, 0L);
    long secondary = kinds.getOrDefault(Decision.Kind.SECONDARY, 0L);
    double share = (double) (primary + secondary) / cells;
    return RowFactory.create(
        group.table(), group.indicator(), group.period(), cells, primary, secondary, share);
  }
}
