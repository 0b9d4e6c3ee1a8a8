package se.jamlik.pipeline.vocabulary;

import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/**
 * How Hadoop's file systems are reached, and with whose rights: the files of {@code
 * HADOOP_CONF_DIR}, and what spark-submit was told with {@code spark.hadoop.} before it. Jämlik's
 * own settings hold none of this, so that no secret is in them.
 */
final class HadoopSettings {
  private static final String GIVEN_TO_SPARK = "spark.hadoop.";

  private HadoopSettings() {}

  static Configuration ofThisProcess() {
    return of(System.getenv(), System.getProperties());
  }

  static Configuration of(Map<String, String> environment, Properties properties) {
    Configuration settings = new Configuration();
    String folder = environment.getOrDefault("HADOOP_CONF_DIR", "");
    for (String name : List.of("core-site.xml", "hdfs-site.xml")) {
      Path file = Path.of(folder, name);
      if (!folder.isBlank() && Files.exists(file)) {
        add(file, settings);
      }
    }
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith(GIVEN_TO_SPARK)) {
        settings.set(name.substring(GIVEN_TO_SPARK.length()), properties.getProperty(name));
      }
    }
    // No sidecar files beside those of a mounted folder.
    settings.setClass("fs.file.impl", LocalFiles.class, FileSystem.class);
    return settings;
  }

  private static void add(Path file, Configuration settings) {
    try {
      settings.addResource(file.toUri().toURL());
    } catch (MalformedURLException e) {
      throw new IllegalStateException("Every path has an address", e);
    }
  }
}
