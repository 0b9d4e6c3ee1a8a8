package se.jamlik.pipeline.mark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import se.jamlik.pipeline.link.Linked;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Settings;

/** What a whole night has marked, held against what DuckDB makes of the night's linked tables. */
public final class MarkedAnew {
  private static final String IN_ORDER = "from marked order by person, period";

  private MarkedAnew() {}

  /**
   * The persons' periods whose facts differ, as pairs of rows; none when the two engines agree.
   *
   * @param out the folder of the night
   * @param folder for the tables as DuckDB reads them
   */
  public static List<String> differences(
      SparkSession spark, Path out, Coverage coverage, Path folder) {
    Map<String, Dataset<Row>> tables = new TreeMap<>();
    for (String table : LinkedTables.empty(spark).byName().keySet()) {
      Path linked = out.resolve("linked").resolve(table);
      if (Files.isDirectory(linked)) {
        tables.put(table, spark.read().parquet(linked.toString()));
      }
    }
    Linked linked = Linked.unknown(tables, coverage);
    try (DuckDbMark duckDb =
        new DuckDbMark(linked, Definitions.load(), Settings.defaults(), folder)) {
      List<Map<String, String>> anew = duckDb.rows(IN_ORDER);
      List<Map<String, String>> night =
          Values.rows(
              spark
                  .read()
                  .parquet(out.resolve("marked/person_period").toString())
                  .orderBy("person", "period"));
      return differences(night, anew);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> differences(
      List<Map<String, String>> night, List<Map<String, String>> anew) {
    List<String> differences = new ArrayList<>();
    if (night.isEmpty() || night.size() != anew.size()) {
      differences.add("%d rows of the night, %d of DuckDB".formatted(night.size(), anew.size()));
    }
    for (int row = 0; row < Math.min(night.size(), anew.size()); row++) {
      if (!night.get(row).equals(anew.get(row))) {
        differences.add("the night %s%nDuckDB    %s".formatted(night.get(row), anew.get(row)));
      }
    }
    return differences;
  }
}
