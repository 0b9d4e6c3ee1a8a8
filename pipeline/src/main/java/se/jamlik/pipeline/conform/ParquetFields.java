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
import java.util.StringJoiner;
import java.util.UUID;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
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

  /** Whether a row holds one value of the column at most, and not a list or a group of them. */
  static boolean isSingle(Type column) {
    return column.isPrimitive() && !column.isRepetition(Type.Repetition.REPEATED);
  }

  /** The text of a field, or null when it has no value; of many values, all with blanks between. */
  static @Nullable String text(Group row, int column, boolean isText) {
    int count = row.getFieldRepetitionCount(column);
    if (count == 0) {
      return null;
    }
    if (isSingle(row.getType().getType(column))) {
      return text(row, column, 0, isText);
    }
    StringJoiner texts = new StringJoiner(" ");
    for (int place = 0; place < count; place++) {
      gather(row, column, place, texts);
    }
    return texts.toString();
  }

  private static void gather(Group row, int column, int place, StringJoiner texts) {
    if (row.getType().getType(column).isPrimitive()) {
      String text = text(row, column, place, true);
      if (text != null) {
        texts.add(text);
      }
      return;
    }
    Group inner = row.getGroup(column, place);
    for (int field = 0; field < inner.getType().getFieldCount(); field++) {
      for (int at = 0; at < inner.getFieldRepetitionCount(field); at++) {
        gather(inner, field, at, texts);
      }
    }
  }

  private static @Nullable String text(Group row, int column, int place, boolean isText) {
    PrimitiveType type = row.getType().getType(column).asPrimitiveType();
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> row.getBoolean(column, place) ? "1" : "0";
      case INT32 -> whole(row.getInteger(column, place), meaning, isText);
      case INT64 -> whole(row.getLong(column, place), meaning, isText);
      case FLOAT -> number(Float.toString(row.getFloat(column, place)), isText);
      case DOUBLE -> number(Double.toString(row.getDouble(column, place)), isText);
      case INT96 -> julian(row.getInt96(column, place));
      case BINARY, FIXED_LEN_BYTE_ARRAY -> binary(row.getBinary(column, place), meaning, isText);
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
    return meaning instanceof IntLogicalTypeAnnotation whole && !whole.isSigned()
        ? Long.toUnsignedString(whole.getBitWidth() > 32 ? value : value & 0xffff_ffffL)
        : Long.toString(value);
  }

  private static String binary(
      Binary value, @Nullable LogicalTypeAnnotation meaning, boolean isText) {
    if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
      return number(new BigDecimal(new BigInteger(value.getBytes()), decimal.getScale()), isText);
    }
    if (meaning instanceof UUIDLogicalTypeAnnotation) {
      ByteBuffer bytes = value.toByteBuffer();
      return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }
    return value.toStringUsingUTF8();
  }

  /** NaN is how other tools write that a number is missing; as text it would be a value. */
  private static @Nullable String number(String value, boolean isText) {
    if (value.equals("NaN")) {
      return isText ? null : value;
    }
    return value.endsWith("Infinity") ? value : number(new BigDecimal(value), isText);
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
