package se.jamlik.jobs;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import se.jamlik.pipeline.vocabulary.HadoopDefaults;
import se.jamlik.pipeline.vocabulary.LocalFiles;

/** The one place where a session is made: embedded, or the cluster's under spark-submit. */
public final class SparkSessions {
  private SparkSessions() {}

  /** Whether spark-submit has started the program. */
  static boolean isSubmitted(Properties system) {
    return system.getProperty("spark.master") != null;
  }

  /**
   * Starts a session, lets the work use it, and stops it however the work ends. What is read on a
   * cluster in it is invented: its executors may say what they do.
   */
  public static <T> T during(String name, Function<SparkSession, T> work) {
    return during(name, "", Optional.empty(), work);
  }

  /**
   * The same, and events of what is read and written are added to a file. On a cluster executors
   * say nothing, when there is a folder that they see.
   *
   * @param lineage the file of OpenLineage events (openlineage.io/docs/integrations/spark); empty
   *     for none
   * @param shared by all machines of a cluster
   */
  public static <T> T during(
      String name, String lineage, Optional<Path> shared, Function<SparkSession, T> work) {
    SparkSession spark = start(name, lineage, shared);
    try {
      return work.apply(spark);
    } finally {
      spark.stop();
    }
  }

  private static SparkSession start(String name, String lineage, Optional<Path> shared) {
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName(name)
            .config("spark.ui.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
            .config("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
            // The night adds no jars to its session; isolation would ask the driver for each class.
            .config("spark.sql.artifact.isolation.enabled", "false")
            .config("spark.hadoop.parquet.page.verify-checksum.enabled", "true")
            // The installation is a mounted folder, also where Hadoop's default is another place.
            .config("spark.hadoop.fs.defaultFS", "file:///")
            .config(LocalFiles.SETTING, LocalFiles.class.getName())
            // A table is read from its files by name: no job is needed to find them.
            .config("spark.sql.sources.parallelPartitionDiscovery.threshold", "10000")
            // What reads the rows of a person one after another needs them all in one task.
            .config("spark.sql.adaptive.skewJoin.enabled", "false")
            // Java compiles no method of more bytes: what Spark makes of wide rows would be
            // interpreted.
            .config("spark.sql.codegen.hugeMethodLimit", "8000")
            // Many sorts may stand side by side, and each takes a page.
            .config("spark.buffer.pageSize", "1m")
            .config("spark.sql.shuffle.partitions", shufflePartitions())
            // A person's rows are joined by hash, which needs no sort; the tables are alike in
            // size.
            .config("spark.sql.join.preferSortMergeJoin", "false");
    boolean isEmbedded = !isSubmitted(System.getProperties());
    if (isEmbedded) {
      builder
          .master("local[*]")
          // A task without memory fails, and the night with it, instead of ending the process.
          .config("spark.executor.killOnFatalError.depth", "0")
          .config("spark.driver.host", "localhost")
          .config("spark.driver.bindAddress", "127.0.0.1");
    } else {
      // What Spark says may quote a value of a row. The level reaches the driver alone.
      builder.config(DriverLog.LEVEL, System.getProperty(DriverLog.LEVEL, "OFF"));
      shared.ifPresent(
          folder ->
              builder.config(ExecutorLog.JAVA_OPTIONS, ExecutorLog.optionsWithSilence(folder)));
    }
    if (!lineage.isEmpty()) {
      builder
          .config("spark.extraListeners", "io.openlineage.spark.agent.OpenLineageSparkListener")
          .config("spark.openlineage.namespace", "jamlik")
          .config("spark.openlineage.transport.type", "file")
          .config("spark.openlineage.transport.location", lineage)
          // Plans may hold what rows hold; names of tables and columns are enough.
          .config("spark.openlineage.facets.spark.logicalPlan.disabled", "true")
          .config("spark.openlineage.facets.spark_unknown.disabled", "true")
          .config("spark.openlineage.facets.debug.disabled", "true");
    }
    SparkSession spark = builder.getOrCreate();
    if (isEmbedded) {
      HadoopDefaults.leaveOutOf(spark);
    }
    return spark;
  }

  /** Two tasks a core, so that the last one is short. */
  private static String shufflePartitions() {
    return System.getProperty(
        "spark.sql.shuffle.partitions",
        Integer.toString(2 * Runtime.getRuntime().availableProcessors()));
  }
}
