package se.jamlik.pipeline.link;

import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import se.jamlik.pipeline.kept.Keeping;
import se.jamlik.pipeline.kept.KeptText;
import se.jamlik.pipeline.kept.Origin;
import se.jamlik.pipeline.kept.Slicing;
import se.jamlik.pipeline.kept.TableInParts;

/**
 * The folder of the stage: one folder a table, sorted by all that its rows say.
 *
 * @param location of the stage's folder
 */
record LinkedFolder(SparkSession spark, String location, Keeping keeping, Slicing slicing) {
  private static final String STAGE = "link";

  /** The table, made only when it is not there as it would be made. */
  TableInParts laid(String name, Origin origin, Supplier<Dataset<Row>> rows) {
    return keeping.table(spark, STAGE, location, name).laid(origin, slicing, missing -> rows.get());
  }

  KeptText text(String name) {
    return keeping.text(STAGE, location, name);
  }

  /** The content of a whole table. */
  static String content(TableInParts table) {
    return table.content(place -> true);
  }
}
