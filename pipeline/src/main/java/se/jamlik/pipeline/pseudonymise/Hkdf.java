package se.jamlik.pipeline.pseudonymise;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with SHA-256 (RFC 5869): many keys of one, none of which tells of another. */
final class Hkdf {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int HASH_BYTES = 32;

  private Hkdf() {}

  /** The pseudorandom key of section 2.2; a salt of no bytes is a salt of zeros. */
  static byte[] extracted(byte[] salt, byte[] secret) {
    return mac(salt.length == 0 ? new byte[HASH_BYTES] : salt).doFinal(secret);
  }

  /** The output of section 2.3: {@code bytes} bytes for the purpose that {@code info} names. */
  static byte[] expanded(byte[] pseudorandomKey, byte[] info, int bytes) {
    Mac mac = mac(pseudorandomKey);
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    byte[] block = new byte[0];
    for (int counter = 1; output.size() < bytes; counter++) {
      mac.update(block);
      mac.update(info);
      block = mac.doFinal(new byte[] {(byte) counter});
      output.writeBytes(block);
    }
    return Arrays.copyOf(output.toByteArray(), bytes);
  }

  /** HMAC-SHA-256 with a key. */
  static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
    }
  }
}
