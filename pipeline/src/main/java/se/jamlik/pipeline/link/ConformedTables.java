package se.jamlik.pipeline.link;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import se.jamlik.pipeline.vocabulary.ColumnDefinition;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.PersonTables;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/**
 * The conformed tables of a night by our names; one that was not delivered is there without rows,
 * so that nobody after this asks.
 */
record ConformedTables(
    SparkSession spark, Map<String, Dataset<Row>> delivered, Definitions definitions) {

  boolean holds(TableDefinition table) {
    return delivered.containsKey(table.becomes());
  }

  Dataset<Row> table(String name) {
    Dataset<Row> rows = delivered.get(name);
    return rows != null ? rows : withoutRows(definitions.tableThatBecomes(name));
  }

  private Dataset<Row> withoutRows(TableDefinition table) {
    return spark.createDataFrame(List.of(), schema(table));
  }

  /** The columns of a conformed table, as far as the contract names them. */
  static StructType schema(TableDefinition table) {
    return new StructType(
        table.columns().stream()
            .map(column -> DataTypes.createStructField(column.name(), type(column), true))
            .toArray(StructField[]::new));
  }

  private static DataType type(ColumnDefinition column) {
    if (column.name().equals(PersonTables.PERSON)) {
      return DataTypes.LongType;
    }
    DataType ofOne =
        switch (column.type()) {
          case INT -> DataTypes.IntegerType;
          case DECIMAL -> DataTypes.createDecimalType(18, 6);
          case DATE, DEATH_DATE -> DataTypes.DateType;
          case PSEUDONYM, IDENTIFIER, TEXT, WORD, MONTH, MUNICIPALITY, ICD10, ATC ->
              DataTypes.StringType;
        };
    return column.isList() ? DataTypes.createArrayType(ofOne) : ofOne;
  }
}
