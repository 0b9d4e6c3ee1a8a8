package se.jamlik.pipeline.pseudonymise;

/** Base32 with the alphabet of RFC 4648 section 6, upper case, without padding. */
final class Base32 {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  /** The first characters of the bytes, five bits each; the last is filled up with zero bits. */
  static String first(int characters, byte[] bytes) {
    StringBuilder text = new StringBuilder(characters);
    for (int place = 0; place < characters && place * BITS < bytes.length * 8; place++) {
      int value = 0;
      for (int bit = place * BITS; bit < (place + 1) * BITS; bit++) {
        value = value << 1 | bit(bytes, bit);
      }
      text.append(ALPHABET.charAt(value));
    }
    return text.toString();
  }

  private static int bit(byte[] bytes, int bit) {
    return bit / 8 < bytes.length ? bytes[bit / 8] >> (7 - bit % 8) & 1 : 0;
  }
}
