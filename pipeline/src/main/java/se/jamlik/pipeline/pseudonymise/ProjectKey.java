package se.jamlik.pipeline.pseudonymise;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HexFormat;
import javax.crypto.Mac;
import se.jamlik.pipeline.vocabulary.SecretFile;

/**
 * The key of one project, derived from a master key by HKDF-SHA-256 with the project's name, so
 * that the pseudonyms of two projects cannot be joined. A pseudonym is 26 characters of base32 (130
 * bits) of HMAC-SHA-256; what is hashed begins with the name of its domain, so that no number of
 * one kind gets the pseudonym of another. One thread at a time.
 */
public final class ProjectKey {
  /** Characters of a pseudonym. */
  public static final int LENGTH = 26;

  private static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 16;

  /** No month and no day are 00, so that nobody has this number. */
  private static final String IMPOSSIBLE = "000000000000";

  private final Mac mac;

  private ProjectKey(byte[] key) {
    this.mac = Hkdf.mac(key);
  }

  /** The key of a project from the bytes of a master key. */
  public static ProjectKey of(byte[] masterKey, String project) {
    return derived(masterKey, "jamlik|pseudonyms|v1|" + plain(project));
  }

  /** The key of a project from the data owners' master key file (mode 600, at least 32 bytes). */
  public static ProjectKey of(Path masterKey, String project) {
    return of(secret(masterKey).read(), project);
  }

  /**
   * The key of the extracts for a project, from a secret of the installation that is made when it
   * is first asked for.
   */
  public static ProjectKey ofExtracts(Path secret, String project) {
    return derived(secret(secret).readOrMake(), "jamlik|extracts|v1|" + plain(project));
  }

  private static SecretFile secret(Path file) {
    return new SecretFile(
        file, "the key", "Ask who else may have read it, and set chmod 600 or make a new key.");
  }

  private static ProjectKey derived(byte[] master, String purpose) {
    byte[] info = purpose.getBytes(StandardCharsets.UTF_8);
    return new ProjectKey(Hkdf.expanded(Hkdf.extracted(new byte[0], master), info, KEY_BYTES));
  }

  private static String plain(String project) {
    return Normalizer.normalize(project, Normalizer.Form.NFC).strip();
  }

  /** The pseudonym of a personnummer or samordningsnummer of twelve digits. */
  public String ofNumber(String twelveDigits) {
    return pseudonym(("pnr|v1|" + twelveDigits).getBytes(StandardCharsets.UTF_8));
  }

  /** The pseudonym of a reserve number, which means something with its giver alone. */
  public String ofReserveNumber(String giver, String number) {
    return pseudonym(("res|v1|" + giver + "|" + number).getBytes(StandardCharsets.UTF_8));
  }

  /** The pseudonym of a person of this installation in an extract. */
  public String ofPerson(long person) {
    return pseudonym(
        ByteBuffer.allocate(4 + Long.BYTES)
            .put("key|".getBytes(StandardCharsets.UTF_8))
            .putLong(person)
            .array());
  }

  /** The pseudonym of a number that nobody has: equal keys give equal canaries. */
  public String canary() {
    return ofNumber(IMPOSSIBLE);
  }

  /** Tells one key from another and nothing else, in hexadecimal digits. */
  public String id() {
    byte[] hash = mac.doFinal("id of the project key".getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, ID_BYTES);
  }

  private String pseudonym(byte[] message) {
    return Base32.first(LENGTH, mac.doFinal(message));
  }
}
