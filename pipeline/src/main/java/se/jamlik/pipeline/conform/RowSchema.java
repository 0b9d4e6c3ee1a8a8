package se.jamlik.pipeline.conform;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import se.jamlik.pipeline.vocabulary.ColumnDefinition;
import se.jamlik.pipeline.vocabulary.ColumnType;
import se.jamlik.pipeline.vocabulary.PersonTables;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/**
 * The columns of a conformed table, for Spark and for Parquet: those of the contract in its order,
 * then the delivery and the line that the row stood on.
 */
final class RowSchema {
  static final String PRECISION_ENDING = "_precision";
  static final String DELIVERY = "delivery";
  static final String LINE = "line";

  /** The row stands on a line that another table's row accounts for; null counts as no. */
  static final String BESIDE = "is_beside";

  private RowSchema() {}

  static StructType spark(TableDefinition table) {
    List<StructField> fields = new ArrayList<>();
    for (ColumnDefinition column : table.columns()) {
      fields.add(
          DataTypes.createStructField(
              column.name(),
              switch (column.type()) {
                case PSEUDONYM -> isPerson(column) ? DataTypes.LongType : DataTypes.StringType;
                case INT -> DataTypes.IntegerType;
                case DECIMAL -> DataTypes.createDecimalType(Values.DECIMAL_DIGITS, Values.DECIMALS);
                case DATE, DEATH_DATE -> DataTypes.DateType;
                case IDENTIFIER, TEXT, WORD, MONTH, MUNICIPALITY, ICD10, ATC ->
                    column.isList()
                        ? DataTypes.createArrayType(DataTypes.StringType)
                        : DataTypes.StringType;
              },
              true));
      if (column.type() == ColumnType.DEATH_DATE) {
        fields.add(
            DataTypes.createStructField(
                column.name() + PRECISION_ENDING, DataTypes.StringType, true));
      }
    }
    fields.add(DataTypes.createStructField(DELIVERY, DataTypes.IntegerType, true));
    fields.add(DataTypes.createStructField(LINE, DataTypes.LongType, true));
    return DataTypes.createStructType(fields);
  }

  /** The columns of the rows in the store that go to a table. */
  static StructType kept(TableDefinition table) {
    return spark(table).add(BESIDE, DataTypes.BooleanType);
  }

  static MessageType parquet(TableDefinition table) {
    List<Type> fields = new ArrayList<>();
    for (ColumnDefinition column : table.columns()) {
      fields.add(parquet(column));
      if (column.type() == ColumnType.DEATH_DATE) {
        fields.add(text(column.name() + PRECISION_ENDING));
      }
    }
    fields.add(Types.optional(PrimitiveTypeName.INT32).named(DELIVERY));
    fields.add(Types.optional(PrimitiveTypeName.INT64).named(LINE));
    return new MessageType("row", fields);
  }

  static boolean isPerson(ColumnDefinition column) {
    return column.name().equals(PersonTables.PERSON);
  }

  static Type text(String name) {
    return Types.optional(PrimitiveTypeName.BINARY)
        .as(LogicalTypeAnnotation.stringType())
        .named(name);
  }

  private static Type parquet(ColumnDefinition column) {
    if (column.isList()) {
      return Types.optionalList()
          .optionalElement(PrimitiveTypeName.BINARY)
          .as(LogicalTypeAnnotation.stringType())
          .named(column.name());
    }
    return switch (column.type()) {
      case PSEUDONYM ->
          isPerson(column)
              ? Types.optional(PrimitiveTypeName.INT64).named(column.name())
              : text(column.name());
      case INT -> Types.optional(PrimitiveTypeName.INT32).named(column.name());
      case DECIMAL ->
          Types.optional(PrimitiveTypeName.INT64)
              .as(LogicalTypeAnnotation.decimalType(Values.DECIMALS, Values.DECIMAL_DIGITS))
              .named(column.name());
      case DATE, DEATH_DATE ->
          Types.optional(PrimitiveTypeName.INT32)
              .as(LogicalTypeAnnotation.dateType())
              .named(column.name());
      case IDENTIFIER, TEXT, WORD, MONTH, MUNICIPALITY, ICD10, ATC -> text(column.name());
    };
  }
}
