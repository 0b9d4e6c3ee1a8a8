package se.jamlik.pipeline.vocabulary;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;

/**
 * A folder that is not mounted and that Hadoop's file systems reach, such as {@code
 * hdfs://namenode/inbox}. Its errors tell what went wrong by its kind alone: what a file system
 * says of it may hold addresses and keys.
 */
public final class RemoteFolder implements AutoCloseable {
  /** What an address begins with; a path of this machine has no colon before its first slash. */
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:/.*");

  /** Password or key before the host, as old versions of Hadoop took them. */
  private static final Pattern WITH_SECRET = Pattern.compile("[^/]*://[^/]*:[^/]*@.*");

  private static final Pattern WITHOUT_PATH = Pattern.compile("[^/]*://[^/]+");

  private static final List<Reason> REASONS =
      List.of(
          new Reason(AccessControlException.class, "this account may not"),
          new Reason(AccessDeniedException.class, "this account may not"),
          new Reason(FileNotFoundException.class, "it is not there"),
          new Reason(UnknownHostException.class, "nobody knows the host"),
          new Reason(ConnectException.class, "it does not answer"),
          new Reason(NoRouteToHostException.class, "it does not answer"),
          new Reason(SocketTimeoutException.class, "it does not answer"),
          new Reason(SocketException.class, "the connection broke"),
          new Reason(EOFException.class, "the connection broke"));

  private final FileSystem files;
  private final Path path;

  private RemoteFolder(FileSystem files, Path path) {
    this.files = files;
    this.path = path;
  }

  /** A kind of failure, and how it is told. */
  private record Reason(Class<? extends IOException> kind, String words) {}

  /** Whether a text is an address of such a folder, and no path of this machine. */
  public static boolean isAddress(String text) {
    return ADDRESS.matcher(text).matches();
  }

  /** The same, and it holds no password. */
  public static boolean isAddressWithoutSecret(String text) {
    return isAddress(text) && !WITH_SECRET.matcher(text).matches();
  }

  /**
   * Opens the file system; whether the folder is there shows when it is read.
   *
   * @param whenWrong the code where the address is no good here: that of who gave it
   * @throws UserError with that code, or with {@link ExitCode#INPUT_OUTPUT} when nobody answers
   */
  public static RemoteFolder open(String address, ExitCode whenWrong) {
    refuseUnknown(address, whenWrong);
    Path path = new Path(WITHOUT_PATH.matcher(address).matches() ? address + "/" : address);
    try {
      FileSystem files = FileSystem.newInstance(path.toUri(), HadoopSettings.ofThisProcess());
      return new RemoteFolder(files, files.makeQualified(path));
    } catch (IOException | RuntimeException e) {
      throw error("open " + address, address, e);
    }
  }

  /**
   * Refuses an address that no library here can read, without asking anybody else.
   *
   * @throws UserError with the given code
   */
  public static void refuseUnknown(String address, ExitCode code) {
    if (!isAddress(address)) {
      throw new UserError(
          code,
          "Cannot use %s: it is no address (expected one such as hdfs://HOST/FOLDER). Give it in this form."
              .formatted(address));
    }
    if (!isAddressWithoutSecret(address)) {
      throw new UserError(
          code,
          "Cannot use the address: it holds a password (expected none). Put it where Hadoop looks for it, as docs/cluster.md tells.");
    }
    String scheme = address.substring(0, address.indexOf(':'));
    try {
      FileSystem.getFileSystemClass(scheme, HadoopSettings.ofThisProcess());
    } catch (IOException | RuntimeException | LinkageError e) {
      throw new UserError(
          code,
          "Cannot use %s: no library here reads %s:// (expected hdfs, file, or one whose library is installed). Install it as docs/cluster.md tells, or give another address."
              .formatted(address, scheme),
          e);
    }
  }

  public FileSystem files() {
    return files;
  }

  /** The folder itself, or what has a name below it. */
  public Path path(String name) {
    return name.isEmpty() ? path : new Path(path, new Path(null, null, name));
  }

  /** The folder as it is told. */
  public String address() {
    return path.toString();
  }

  /** What could not be done here, without the file system's own words. */
  public UserError error(String what, Exception cause) {
    return error(what, address(), cause);
  }

  private static UserError error(String what, String address, Exception cause) {
    return new UserError(
        ExitCode.INPUT_OUTPUT,
        "Cannot %s: %s in %s (expected a folder that answers and that this account may use). Mend it and run again."
            .formatted(what, reason(cause), address),
        cause);
  }

  private static String reason(Exception failure) {
    return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
        .flatMap(
            cause ->
                REASONS.stream()
                    .filter(reason -> reason.kind().isInstance(cause))
                    .map(reason -> told(reason.words(), cause)))
        .findFirst()
        .orElseGet(() -> told("the file system failed", failure));
  }

  private static String told(String words, Throwable cause) {
    return "%s (%s)".formatted(words, cause.getClass().getSimpleName());
  }

  /** Ends the connection. Every stream has been closed before, so that nothing can be lost. */
  @Override
  public void close() {
    try {
      files.close();
    } catch (IOException e) {
      // Nobody waits for what is said at parting.
    }
  }
}
