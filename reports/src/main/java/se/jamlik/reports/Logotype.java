package se.jamlik.reports;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * A picture on the first page of a report.
 *
 * @param png the bytes of a PNG file in base 64, which records can compare
 * @param alternatives what it shows, for those who cannot see it
 */
public record Logotype(String png, Map<Language, String> alternatives) {
  private static final String SIGNATURE = "89504e470d0a1a0a";

  public Logotype {
    alternatives = Map.copyOf(alternatives);
  }

  /** A logotype of the bytes of a PNG file; nothing when they are none. */
  public static Optional<Logotype> of(byte[] png, Map<Language, String> alternatives) {
    boolean isPng = png.length > 8 && HexFormat.of().formatHex(png, 0, 8).equals(SIGNATURE);
    return isPng
        ? Optional.of(new Logotype(Base64.getEncoder().encodeToString(png), alternatives))
        : Optional.empty();
  }

  /** What it shows, in a language or else in the other one. */
  public String alternative(Language language) {
    return alternatives.getOrDefault(
        language, alternatives.values().stream().findFirst().orElse(""));
  }

  /** What tells it from another picture. */
  public String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Base64.getDecoder().decode(png)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The picture as a page holds it in itself. */
  public String uri() {
    return "data:image/png;base64," + png;
  }
}
