package se.jamlik.jobs.synthesise;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Pseudonyms as a register holder would make them: a keyed hash of a number, 26 characters of
 * base32 (130 bits). Nobody real can be meant, since the number is a place in an invented
 * population.
 */
final class Pseudonyms {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private final Mac hash;

  Pseudonyms(long seed) {
    try {
      hash = Mac.getInstance("HmacSHA256");
      byte[] key = ("invented region " + seed).getBytes(StandardCharsets.UTF_8);
      hash.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Every Java has HmacSHA256", missing);
    }
  }

  String person(long number) {
    return pseudonym('P', number);
  }

  String household(long number) {
    return pseudonym('H', number).substring(0, 20);
  }

  private String pseudonym(char kind, long number) {
    byte[] bytes = hash.doFinal(ByteBuffer.allocate(10).putChar(kind).putLong(number).array());
    StringBuilder text = new StringBuilder(26);
    int buffer = 0;
    int bits = 0;
    for (int index = 0; text.length() < 26; index++) {
      buffer = (buffer << 8 | (bytes[index] & 0xFF)) & 0xFFFFF;
      bits += 8;
      while (bits >= 5 && text.length() < 26) {
        bits -= 5;
        text.append(ALPHABET.charAt(buffer >> bits & 31));
      }
    }
    return text.toString();
  }
}
