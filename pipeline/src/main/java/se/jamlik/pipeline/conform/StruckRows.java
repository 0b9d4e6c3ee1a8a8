package se.jamlik.pipeline.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/**
 * The rows that hold no key, by the number of their delivery and their lines. Few lines in many are
 * struck, or whole stretches of them, and compressed bitmaps hold either in little space.
 */
record StruckRows(SortedMap<Integer, Roaring64Bitmap> lines) implements Serializable {
  static StruckRows none() {
    return new StruckRows(new TreeMap<>());
  }

  /** What is left of the rows of deliveries. */
  Dataset<Row> takenFrom(Dataset<Row> rows) {
    if (lines.isEmpty()) {
      return rows;
    }
    UDF2<Integer, Long, Boolean> isStruck = this::holds;
    UserDefinedFunction struck = udf(isStruck, DataTypes.BooleanType);
    // Most deliveries have lost no row, and those need not be asked for.
    return rows.where(
        not(col(RowSchema.DELIVERY).isInCollection(lines.keySet()))
            .or(not(struck.apply(col(RowSchema.DELIVERY), col(RowSchema.LINE)))));
  }

  boolean holds(int delivery, long line) {
    Roaring64Bitmap struck = lines.get(delivery);
    return struck != null && struck.contains(line);
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    lines.forEach((delivery, struck) -> json.put(Integer.toString(delivery), bytes(struck)));
    return json;
  }

  static StruckRows of(JsonNode json) {
    SortedMap<Integer, Roaring64Bitmap> lines = new TreeMap<>();
    json.properties()
        .forEach(
            delivery ->
                lines.put(
                    Integer.valueOf(delivery.getKey()),
                    lines(Base64.getDecoder().decode(delivery.getValue().asText()))));
    return new StruckRows(lines);
  }

  static byte[] bytes(Roaring64Bitmap lines) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      lines.serialize(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Roaring64Bitmap lines(byte[] bytes) {
    Roaring64Bitmap lines = new Roaring64Bitmap();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      lines.deserialize(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }
}
