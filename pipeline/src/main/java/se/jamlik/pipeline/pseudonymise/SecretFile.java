package se.jamlik.pipeline.pseudonymise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Set;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/** A file with a secret of at least 32 bytes that its owner alone may read. */
final class SecretFile {
  private static final int FEWEST_BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_ALONE =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private SecretFile() {}

  /** The bytes of a secret that somebody has put there. */
  static byte[] read(Path file) {
    try {
      Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
      if (!OWNER_ALONE.containsAll(mode)) {
        throw refusal(
            file, "its mode is " + PosixFilePermissions.toString(mode), "rw------- or less");
      }
      byte[] secret = Files.readAllBytes(file);
      if (secret.length < FEWEST_BYTES) {
        throw refusal(
            file,
            "it holds %d bytes".formatted(secret.length),
            "at least %d bytes".formatted(FEWEST_BYTES));
      }
      return secret;
    } catch (NoSuchFileException e) {
      throw new UserError(
          ExitCode.USAGE,
          "Cannot use the key: there is no file %s (expected at least %d random bytes, mode 600). Ask the one who keeps it."
              .formatted(file, FEWEST_BYTES),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes of a secret that is made of chance when it is first asked for. */
  static byte[] readOrMake(Path file) {
    byte[] secret = new byte[FEWEST_BYTES];
    new SecureRandom().nextBytes(secret);
    try {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
      Files.write(file, secret, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
      return secret;
    } catch (FileAlreadyExistsException e) {
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UserError refusal(Path file, String wrong, String expected) {
    return new UserError(
        ExitCode.PRIVACY,
        "Cannot use the key: %s in %s (expected %s). Ask who else may have read it, and set chmod 600 or make a new key."
            .formatted(wrong, file, expected));
  }
}
