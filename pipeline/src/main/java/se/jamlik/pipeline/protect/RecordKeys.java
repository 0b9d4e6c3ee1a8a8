package se.jamlik.pipeline.protect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.link.RecordKey;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * The permanent record key of every person: the first eight bytes of HMAC-SHA-256 over the person
 * key (eight bytes, big endian) with the installation's secret, big endian (measures.md section 5).
 *
 * <p>The secret is 32 random bytes in a file that its owner alone may read. Whoever has it can undo
 * the changes of the counts; whoever loses it gets other changes, and can then be compared with the
 * earlier releases.
 */
public final class RecordKeys implements RecordKey {
  private static final long serialVersionUID = 1;
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SECRET_BYTES = 32;
  private static final String ID_OF = "id of the secret of the record keys";
  private static final int ID_BYTES = 16;
  private static final Set<PosixFilePermission> OWNER_ALONE =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final byte[] secret;

  /** Made where the keys are used; it does not travel with them. */
  private transient @Nullable ThreadLocal<OneThread> ofThread;

  private RecordKeys(byte[] secret) {
    this.secret = secret.clone();
  }

  /** Keys of a secret that is known, for tests and for installations that keep it elsewhere. */
  public static RecordKeys of(byte[] secret) {
    return new RecordKeys(secret);
  }

  /**
   * Reads the secret that earlier releases were made with. A new one in its place would draw every
   * change again, and the mean of two draws is nearer to the truth than either.
   *
   * @throws UserError with {@link ExitCode#PRIVACY} when it is gone
   */
  public static RecordKeys usedBefore(Path file) {
    if (Files.notExists(file)) {
      throw new UserError(
          ExitCode.PRIVACY,
          "Cannot use the secret of disclosure control: there is no file %s (expected the one that the earlier releases were made with). Put it back from your safe copy; a new one would give the same people other counts."
              .formatted(file));
    }
    return keptIn(file);
  }

  /** Reads the secret of the installation; makes it at the first run. */
  public static RecordKeys keptIn(Path file) {
    try {
      if (Files.notExists(file)) {
        make(file);
      }
      refuseIfOthersMayRead(file);
      byte[] secret = Files.readAllBytes(file);
      if (secret.length != SECRET_BYTES) {
        throw refusal(file, "it holds %d bytes".formatted(secret.length), SECRET_BYTES + " bytes");
      }
      return new RecordKeys(secret);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Tells one secret from another and nothing else: the beginning of HMAC-SHA-256 over a fixed text
   * with the secret, in hexadecimal digits. The text has not the length of a person key, so that no
   * person's record key is told.
   */
  public String id() {
    byte[] hash = mac().doFinal(ID_OF.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, ID_BYTES);
  }

  private static void make(Path file) throws IOException {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    FileAttribute<Set<PosixFilePermission>> mode =
        PosixFilePermissions.asFileAttribute(OWNER_ALONE);
    try {
      Files.createFile(file, mode);
      Files.write(file, secret, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    } catch (FileAlreadyExistsException e) {
      // Another run of the same installation was first, and its secret is the one to use.
      return;
    }
  }

  private static void refuseIfOthersMayRead(Path file) throws IOException {
    Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
    if (!OWNER_ALONE.containsAll(mode)) {
      throw refusal(
          file, "its mode is " + PosixFilePermissions.toString(mode), "rw------- or less");
    }
  }

  private static UserError refusal(Path file, String wrong, String expected) {
    return new UserError(
        ExitCode.PRIVACY,
        "Cannot use the secret of disclosure control: %s in %s (expected %s). Ask who else may have read it, and put it back from your safe copy with chmod 600."
            .formatted(wrong, file, expected));
  }

  /** One thread at a time works in its own way; none waits for another. */
  @Override
  public long applyAsLong(long person) {
    return ofThread().get().recordKey(person);
  }

  private synchronized ThreadLocal<OneThread> ofThread() {
    if (ofThread == null) {
      ofThread = ThreadLocal.withInitial(() -> new OneThread(mac()));
    }
    return ofThread;
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Remembers the last person, since the rows of a person mostly follow each other. */
  private static final class OneThread {
    private final Mac mac;
    private long last;
    private long lastKey;
    private boolean isFresh = true;

    private OneThread(Mac mac) {
      this.mac = mac;
    }

    private long recordKey(long person) {
      if (isFresh || person != last) {
        byte[] message = ByteBuffer.allocate(Long.BYTES).putLong(person).array();
        lastKey = ByteBuffer.wrap(mac.doFinal(message)).getLong();
        last = person;
        isFresh = false;
      }
      return lastKey;
    }
  }
}
