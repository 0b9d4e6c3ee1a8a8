package se.jamlik.pipeline.publish;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampNTZType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import se.jamlik.pipeline.vocabulary.ReleaseTable;
import se.jamlik.pipeline.vocabulary.Settings;

/** A release of a few cells, with every type that a column may have. */
final class SmallRelease {
  static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

  /** Its reports are plain text. */
  static final Gate GATE =
      new Gate(Settings.defaults().protect(), Files::readString, Set.of("MM2"));

  private static final StructType INDICATOR_VALUE =
      new StructType()
          .add("indicator", StringType, false)
          .add("period", StringType)
          .add("period_end", DateType)
          .add("preliminary", BooleanType)
          .add("area", StringType)
          .add("area_name", StringType)
          .add("numerator", DoubleType)
          .add("denominator", DoubleType)
          .add("value", DoubleType)
          .add("status", StringType)
          .add("reason", StringType);
  private static final StructType DELIVERY =
      new StructType()
          .add("table", StringType)
          .add("file", StringType)
          .add("delivered_at", TimestampNTZType)
          .add("rows", LongType);

  private SmallRelease() {}

  /** A row of indicator_value for 2025 in Umeå or Vännäs. */
  static Row value(String indicator, String area, Double numerator, Double denominator) {
    return value(indicator, area, numerator, denominator, "shown");
  }

  static Row value(
      String indicator, String area, Double numerator, Double denominator, String status) {
    return RowFactory.create(
        indicator,
        "2025",
        Date.valueOf("2025-12-31"),
        false,
        area,
        area.equals("2480") ? "Umeå" : "Vännäs",
        numerator,
        denominator,
        numerator == null ? null : 100 * numerator / denominator,
        status,
        "shown".equals(status) ? null : "<5");
  }

  static ReleaseTable indicatorValue(Row... rows) {
    return new ReleaseTable("indicator_value", INDICATOR_VALUE, List.of(rows));
  }

  static ReleaseTable delivery(String file) {
    return new ReleaseTable(
        "delivery",
        DELIVERY,
        List.of(RowFactory.create("sol", file, LocalDateTime.of(2026, 3, 29, 2, 30), 120L)));
  }

  static List<ReleaseTable> tables() {
    return List.of(
        indicatorValue(
            value("MM2", "2480", 200.0, 1000.0), value("MM2", "2460", null, null, "suppressed")),
        delivery("sol/2026-11-21.csv"));
  }

  /** The same cells, with another number in Umeå: the next night. */
  static List<ReleaseTable> tables(double numerator) {
    List<ReleaseTable> tables = new ArrayList<>(tables());
    tables.set(0, indicatorValue(value("MM2", "2480", numerator, 1000.0)));
    return tables;
  }

  /** Publishes the tables, without reports. */
  static Release published(Path out, List<ReleaseTable> tables) {
    try (StagedRelease staged = new Publisher(out, GATE).stage(tables, facts())) {
      return staged.publish();
    }
  }

  static ReleaseFacts facts() {
    return facts("5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03");
  }

  /** Facts of a night whose one input has a checksum. */
  static ReleaseFacts facts(String sha256) {
    return new ReleaseFacts(
        new MadeFrom(
            AS_OF,
            "0.1.0",
            "abc123",
            "id of a secret",
            Map.of("protect.smallest-shown", 5, "scope.municipalities", List.of("2460", "2480")),
            List.of(new MadeFrom.Input("sol", "sol/2026-11-21.csv", sha256)),
            List.of()),
        LocalDate.of(2026, 11, 20),
        List.of(
            new ReleaseFacts.ReportedPeriod(
                "2025", LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), false)),
        List.of("sol boendeform: on_list"));
  }
}
