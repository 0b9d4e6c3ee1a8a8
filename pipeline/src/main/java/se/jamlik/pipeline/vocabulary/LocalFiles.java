package se.jamlik.pipeline.vocabulary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The local disk as Hadoop and Spark see it, without a new process for every file: Hadoop starts
 * {@code chmod} for each file and folder that it makes, which costs more than writing a small
 * table. A session uses it by {@code spark.hadoop.fs.file.impl}. Parquet's own checksums stand in
 * for Hadoop's sidecar files.
 */
public final class LocalFiles extends LocalFileSystem {
  /** The setting that makes a Spark session use this class. */
  public static final String SETTING = "spark.hadoop.fs.file.impl";

  private static final Configuration CONFIGURATION = withThisClass();

  public LocalFiles() {
    super(new QuietDisk());
    setWriteChecksum(false);
  }

  /**
   * Hadoop's configuration with this class for the local disk; it is not to be changed. One serves
   * the whole process, because each new one reads Hadoop's files of defaults again.
   */
  public static Configuration configuration() {
    return CONFIGURATION;
  }

  private static Configuration withThisClass() {
    Configuration configuration = new Configuration();
    // The installation is a mounted folder, also where Hadoop's default is another place.
    configuration.set("fs.defaultFS", "file:///");
    configuration.setClass("fs.file.impl", LocalFiles.class, FileSystem.class);
    return configuration;
  }

  private static final class QuietDisk extends RawLocalFileSystem {
    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      try {
        Files.setPosixFilePermissions(
            pathToFile(path).toPath(),
            PosixFilePermissions.fromString(
                permission.getUserAction().SYMBOL
                    + permission.getGroupAction().SYMBOL
                    + permission.getOtherAction().SYMBOL));
      } catch (UnsupportedOperationException e) {
        // A disk without POSIX rights: Hadoop knows what to do there.
        super.setPermission(path, permission);
      }
    }
  }
}
