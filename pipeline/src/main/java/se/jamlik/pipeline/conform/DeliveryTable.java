package se.jamlik.pipeline.conform;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampNTZType;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/** The table {@code delivery} of a release: one row per delivered file, in ledger order. */
public final class DeliveryTable {
  private static final StructType SCHEMA =
      new StructType()
          .add("table", StringType)
          .add("file", StringType)
          .add("sha256", StringType)
          .add("delivered_at", TimestampNTZType)
          .add("rows", LongType)
          .add("accepted", LongType)
          .add("quarantined", LongType)
          .add("duplicates", LongType)
          .add("replaced", LongType)
          .add("blank_lines", LongType)
          .add("unknown_columns", StringType)
          .add("verdict", StringType);

  private DeliveryTable() {}

  public static ReleaseTable of(List<Delivery> deliveries) {
    return new ReleaseTable(
        "delivery", SCHEMA, deliveries.stream().map(DeliveryTable::row).toList());
  }

  private static Row row(Delivery delivery) {
    return RowFactory.create(
        delivery.table(),
        delivery.file(),
        delivery.sha256(),
        LocalDateTime.ofInstant(delivery.deliveredAt(), ZoneOffset.UTC),
        delivery.rows(),
        delivery.accepted(),
        delivery.quarantined(),
        delivery.duplicates(),
        delivery.replaced(),
        delivery.blankLines(),
        String.join(", ", delivery.unknownColumns()),
        delivery.verdict());
  }
}
