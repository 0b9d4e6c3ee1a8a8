package se.jamlik.pipeline.vocabulary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.mapred.JobConf;
import org.apache.spark.sql.SparkSession;

/**
 * The more than thousand settings that only Hadoop's files of defaults say. Spark copies them for
 * each table that it reads or writes and sends them to each task, which costs more than reading a
 * small table does; Hadoop's code has the same defaults of its own.
 */
public final class HadoopDefaults {
  private static final String FILES_OF_DEFAULTS = "-default.xml";

  private HadoopDefaults() {}

  /**
   * Leaves them out of what a session sends; what the site, the session or spark-submit sets stays.
   * For sessions that read and write the local disk alone: other file systems may have a default in
   * the file only.
   */
  public static void leaveOutOf(SparkSession spark) {
    leaveOutOf(spark.sparkContext().hadoopConfiguration());
  }

  static void leaveOutOf(Configuration settings) {
    readAllFiles(settings);
    Map<String, String> said = new TreeMap<>();
    for (Map.Entry<String, String> setting : settings) {
      String[] sources = settings.getPropertySources(setting.getKey());
      if (sources == null || !sources[sources.length - 1].endsWith(FILES_OF_DEFAULTS)) {
        said.put(setting.getKey(), setting.getValue());
      }
    }
    settings.clear();
    said.forEach(settings::set);
  }

  /** A file of defaults that Hadoop reads later would bring those of the earlier files back. */
  private static void readAllFiles(Configuration settings) {
    // One of its own: whichever comes first would be everybody's.
    try (FileSystem any = FileSystem.newInstanceLocal(settings)) {
      any.getScheme();
      new JobConf(settings).size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
