package se.jamlik.pipeline.conform;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.ColumnType;

/** Turns the value of a Parquet column into the text that the reading rules start from. */
final class ParquetFields {
  private static final long JULIAN_DAY_OF_1970 = 2_440_588;

  private ParquetFields() {}

  /** Whether a column of this type is text, so that a number in it is cast without decimals. */
  static boolean isText(ColumnType type) {
    return switch (type) {
      case INT, DECIMAL, DATE, DEATH_DATE -> false;
      case PSEUDONYM, IDENTIFIER, TEXT, WORD, MONTH, MUNICIPALITY, ICD10, ATC -> true;
    };
  }

  /** The text of a field, or null when it has no value. */
  static @Nullable String text(Group row, int column, boolean isText) {
    if (!row.getType().getType(column).isPrimitive()) {
      return row.getFieldRepetitionCount(column) == 0 ? null : "nested";
    }
    if (row.getFieldRepetitionCount(column) == 0) {
      return null;
    }
    PrimitiveType type = row.getType().getType(column).asPrimitiveType();
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> row.getBoolean(column, 0) ? "1" : "0";
      case INT32 -> whole(row.getInteger(column, 0), meaning, isText);
      case INT64 -> whole(row.getLong(column, 0), meaning, isText);
      case FLOAT -> number(Float.toString(row.getFloat(column, 0)), isText);
      case DOUBLE -> number(Double.toString(row.getDouble(column, 0)), isText);
      case INT96 -> julian(row.getInt96(column, 0));
      case BINARY, FIXED_LEN_BYTE_ARRAY -> binary(row.getBinary(column, 0), meaning, isText);
    };
  }

  private static String whole(long value, @Nullable LogicalTypeAnnotation meaning, boolean isText) {
    if (meaning instanceof DateLogicalTypeAnnotation) {
      return LocalDate.ofEpochDay(value).toString();
    }
    if (meaning instanceof TimestampLogicalTypeAnnotation timestamp) {
      long nanos =
          switch (timestamp.getUnit()) {
            case MILLIS -> 1_000_000;
            case MICROS -> 1_000;
            case NANOS -> 1;
          };
      long perSecond = 1_000_000_000 / nanos;
      return timestamp(
          Instant.ofEpochSecond(
              Math.floorDiv(value, perSecond), Math.floorMod(value, perSecond) * nanos));
    }
    if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
      return number(BigDecimal.valueOf(value, decimal.getScale()), isText);
    }
    return Long.toString(value);
  }

  private static String binary(
      Binary value, @Nullable LogicalTypeAnnotation meaning, boolean isText) {
    if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
      return number(new BigDecimal(new BigInteger(value.getBytes()), decimal.getScale()), isText);
    }
    return value.toStringUsingUTF8();
  }

  private static String number(String value, boolean isText) {
    return value.equals("NaN") || value.endsWith("Infinity")
        ? value
        : number(new BigDecimal(value), isText);
  }

  private static String number(BigDecimal value, boolean isText) {
    BigDecimal shown = isText ? value.setScale(0, RoundingMode.DOWN) : value.stripTrailingZeros();
    return shown.toPlainString();
  }

  /** A timestamp at midnight is a date; another cannot be read as one. */
  private static String timestamp(Instant instant) {
    LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? time.toLocalDate().toString()
        : time.toString();
  }

  private static String julian(Binary value) {
    ByteBuffer bytes = value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    long nanos = bytes.getLong();
    long day = bytes.getInt() - JULIAN_DAY_OF_1970;
    return timestamp(Instant.ofEpochSecond(day * 86_400, nanos));
  }
}
