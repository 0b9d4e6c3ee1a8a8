package se.jamlik.pipeline.protect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.link.RecordKey;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.SecretFile;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * The permanent record key of every person: the first eight bytes of HMAC-SHA-256 over the person
 * key (eight bytes, big endian) with the installation's secret, big endian (measures.md section 5).
 *
 * <p>The secret is 32 random bytes in a {@link SecretFile}. Whoever has it can undo the changes of
 * the counts; whoever loses it gets other changes, and can then be compared with the earlier
 * releases.
 */
public final class RecordKeys implements RecordKey {
  private static final long serialVersionUID = 1;
  private static final String ALGORITHM = "HmacSHA256";
  private static final String ID_OF = "id of the secret of the record keys";
  private static final int ID_BYTES = 16;

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
    return new RecordKeys(
        new SecretFile(
                file,
                "the secret of disclosure control",
                "Ask who else may have read it, and put it back from your safe copy with chmod 600.")
            .readOrMake());
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
