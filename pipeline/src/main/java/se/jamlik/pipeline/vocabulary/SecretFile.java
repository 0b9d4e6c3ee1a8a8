package se.jamlik.pipeline.vocabulary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * A file with a secret of at least 32 bytes that its owner alone may read.
 *
 * @param called what it is, in messages: "the key"
 * @param advice what to do when others may have read it, or it is too short
 */
public record SecretFile(Path file, String called, String advice) {
  private static final int FEWEST_BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_ALONE =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  /**
   * The bytes of a secret that somebody has put there.
   *
   * @throws UserError with {@link ExitCode#USAGE} when there is no file, with {@link
   *     ExitCode#PRIVACY} when others may read it or it is too short
   */
  public byte[] read() {
    try {
      Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
      if (!OWNER_ALONE.containsAll(mode)) {
        throw refusal("its mode is " + PosixFilePermissions.toString(mode), "rw------- or less");
      }
      byte[] secret = Files.readAllBytes(file);
      if (secret.length < FEWEST_BYTES) {
        throw refusal(
            "it holds %d bytes".formatted(secret.length),
            "at least %d bytes".formatted(FEWEST_BYTES));
      }
      return secret;
    } catch (NoSuchFileException e) {
      throw new UserError(
          ExitCode.USAGE,
          "Cannot use %s: there is no file %s (expected at least %d random bytes, mode 600). Ask the one who keeps it."
              .formatted(called, file, FEWEST_BYTES),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes of a secret that is made of chance when it is first asked for. */
  public byte[] readOrMake() {
    try {
      if (Files.notExists(file)) {
        make();
      }
      return read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file gets its name when it is whole and on the disk, so that a killed run leaves none. */
  private void make() throws IOException {
    byte[] secret = new byte[FEWEST_BYTES];
    new SecureRandom().nextBytes(secret);
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    Path unfinished =
        Files.createTempFile(
            folder,
            "." + file.getFileName() + ".",
            ".unfinished",
            PosixFilePermissions.asFileAttribute(OWNER_ALONE));
    try {
      Files.write(unfinished, secret, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
      // A link, unlike a rename, never takes the place of a file that is there.
      Files.createLink(file, unfinished);
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    } catch (FileAlreadyExistsException e) {
      // Another run of the same installation was first, and its secret is the one to use.
      return;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private UserError refusal(String wrong, String expected) {
    return new UserError(
        ExitCode.PRIVACY,
        "Cannot use %s: %s in %s (expected %s). %s"
            .formatted(called, wrong, file, expected, advice));
  }
}
