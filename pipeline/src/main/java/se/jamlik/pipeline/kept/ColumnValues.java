package se.jamlik.pipeline.kept;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.Binary;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.jspecify.annotations.Nullable;

/** The values of one column of one row group of Parquet, as Spark's rows hold them. */
final class ColumnValues {
  private final ColumnReader column;
  private final Function<ColumnReader, Object> value;
  private final int whenThere;

  ColumnValues(ColumnReader column, DataType type) {
    this.column = column;
    this.value = reader(column, type);
    this.whenThere = column.getDescriptor().getMaxDefinitionLevel();
  }

  /** The value of the next row; null where it has none. */
  @Nullable Object next() {
    Object next = column.getCurrentDefinitionLevel() == whenThere ? value.apply(column) : null;
    column.consume();
    return next;
  }

  /** Whether columns of the type can be read here. */
  static boolean canRead(DataType type) {
    return type instanceof DecimalType
        || List.of("integer", "long", "double", "boolean", "string").contains(type.typeName());
  }

  private static Function<ColumnReader, Object> reader(ColumnReader column, DataType type) {
    return switch (type.typeName()) {
      case "integer" -> ColumnReader::getInteger;
      case "long" -> ColumnReader::getLong;
      case "double" -> ColumnReader::getDouble;
      case "boolean" -> ColumnReader::getBoolean;
      case "string" -> new Texts();
      default -> decimals(column, ((DecimalType) type).scale());
    };
  }

  private static Function<ColumnReader, Object> decimals(ColumnReader column, int scale) {
    return switch (column.getDescriptor().getPrimitiveType().getPrimitiveTypeName()) {
      case INT32 -> here -> BigDecimal.valueOf(here.getInteger(), scale);
      case INT64 -> here -> BigDecimal.valueOf(here.getLong(), scale);
      default -> here -> new BigDecimal(new BigInteger(here.getBinary().getBytes()), scale);
    };
  }

  /** A word that comes again need not be made of its bytes again. */
  private static final class Texts implements Function<ColumnReader, Object> {
    private @Nullable Binary last;
    private String text = "";

    @Override
    public Object apply(ColumnReader column) {
      Binary bytes = Objects.requireNonNull(column.getBinary());
      if (!bytes.equals(last)) {
        text = bytes.toStringUsingUTF8();
        last = bytes;
      }
      return text;
    }
  }
}
