package se.jamlik.pipeline.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Tables that SQL texts can name for as long as this is open. */
final class Views implements AutoCloseable {
  private final SparkSession spark;
  private final List<String> names = new ArrayList<>();

  Views(SparkSession spark) {
    this.spark = spark;
  }

  void add(Map<String, Dataset<Row>> tables) {
    tables.forEach(this::add);
  }

  void add(String name, Dataset<Row> table) {
    table.createOrReplaceTempView(name);
    names.add(name);
  }

  @Override
  public void close() {
    names.forEach(spark.catalog()::dropTempView);
  }
}
