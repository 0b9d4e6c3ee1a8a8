package se.jamlik.pipeline.mark;

import org.apache.spark.sql.SparkSession;

/** What the programs that measure speed run Spark with. */
final class SpeedSession {
  private SpeedSession() {}

  static SparkSession started() {
    return SparkSession.builder()
        .master("local[*]")
        .config("spark.ui.enabled", false)
        .config("spark.sql.shuffle.partitions", 4)
        .getOrCreate();
  }
}
