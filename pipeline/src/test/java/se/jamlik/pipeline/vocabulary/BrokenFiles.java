package se.jamlik.pipeline.vocabulary;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.security.AccessControlException;

/**
 * A file system {@code broken:///FOLDER} over the local disk, with the faults of {@link #make}: it
 * stands for one that is far away. Like an object store it renames nothing over another file.
 */
public final class BrokenFiles extends RawLocalFileSystem {
  private static final URI ADDRESS = URI.create("broken:///");
  private static final String SETTING = "spark.hadoop.";

  /** What can go wrong with the files whose name ends as told. */
  public enum Fault {
    /** The connection breaks after some bytes. */
    BREAKS_WHEN_READ,
    /** Fewer bytes come than the file has, and nobody says so. */
    ENDS_EARLY,
    /** Somebody writes to it meanwhile. */
    GROWS,
    /** This account may not read it. */
    IS_DENIED,
    /** Writing fails after some bytes. */
    BREAKS_WHEN_WRITTEN,
    /** Other bytes are kept than were written. */
    IS_KEPT_WRONG
  }

  /** Makes the file system known to this process. */
  public static void install() {
    System.setProperty(SETTING + "fs.broken.impl", BrokenFiles.class.getName());
  }

  public static void make(Fault fault, String ending) {
    System.setProperty(SETTING + "broken." + fault, ending);
  }

  /** Nothing goes wrong from now on. */
  public static void mend() {
    for (Fault fault : Fault.values()) {
      System.clearProperty(SETTING + "broken." + fault);
    }
  }

  /** The address of a folder of the disk. */
  public static String address(java.nio.file.Path folder) {
    return "broken://" + folder;
  }

  @Override
  public URI getUri() {
    return ADDRESS;
  }

  @Override
  public String getScheme() {
    return ADDRESS.getScheme();
  }

  private boolean has(Fault fault, Path file) {
    String ending = getConf().get("broken." + fault, "");
    return !ending.isEmpty() && file.toString().endsWith(ending);
  }

  @Override
  public void setPermission(Path path, FsPermission permission) {
    // Hadoop would start a process for each.
  }

  @Override
  public FSDataInputStream open(Path file, int buffer) throws IOException {
    if (has(Fault.IS_DENIED, file)) {
      throw new AccessControlException("user=secret, path=" + file);
    }
    if (has(Fault.GROWS, file)) {
      Files.writeString(pathToFile(file).toPath(), "more\n", StandardOpenOption.APPEND);
    }
    FSDataInputStream whole = super.open(file, buffer);
    return has(Fault.BREAKS_WHEN_READ, file) || has(Fault.ENDS_EARLY, file)
        ? new FSDataInputStream(new ShortStream(whole, has(Fault.ENDS_EARLY, file)))
        : whole;
  }

  @Override
  public FSDataOutputStream create(Path file, boolean overwrite) throws IOException {
    if (has(Fault.BREAKS_WHEN_WRITTEN, file)) {
      try (FSDataOutputStream half = super.create(file, overwrite)) {
        half.write('{');
      }
      throw new SocketException("token=secret");
    }
    if (has(Fault.IS_KEPT_WRONG, file)) {
      super.create(file, overwrite).close();
      return new FSDataOutputStream(OutputStream.nullOutputStream(), null);
    }
    return super.create(file, overwrite);
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    throw new IOException("An object store renames nothing");
  }

  /** The first bytes of a file. */
  private static final class ShortStream extends FSInputStream {
    private static final int BYTES = 3;
    private final FSDataInputStream whole;
    private final boolean isSilent;
    private int read;

    ShortStream(FSDataInputStream whole, boolean isSilent) {
      this.whole = whole;
      this.isSilent = isSilent;
    }

    @Override
    public int read() throws IOException {
      if (read++ < BYTES) {
        return whole.read();
      }
      if (isSilent) {
        return -1;
      }
      throw new EOFException("token=secret");
    }

    @Override
    public int read(byte[] to, int start, int length) throws IOException {
      int next = length == 0 ? 0 : read();
      if (length == 0 || next < 0) {
        return next;
      }
      to[start] = (byte) next;
      return 1;
    }

    @Override
    public void seek(long position) throws IOException {
      whole.seek(position);
    }

    @Override
    public long getPos() throws IOException {
      return whole.getPos();
    }

    @Override
    public boolean seekToNewSource(long position) {
      return false;
    }

    @Override
    public void close() throws IOException {
      whole.close();
    }
  }
}
