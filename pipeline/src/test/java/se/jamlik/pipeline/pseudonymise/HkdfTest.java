package se.jamlik.pipeline.pseudonymise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The test vectors of RFC 5869, appendix A.1 to A.3, and of RFC 4648, section 10. */
class HkdfTest {
  private static final HexFormat HEX = HexFormat.of();

  @Test
  void basicCaseOfTheRfc() {
    byte[] key =
        Hkdf.extracted(HEX.parseHex("000102030405060708090a0b0c"), HEX.parseHex("0b".repeat(22)));
    assertThat(HEX.formatHex(key))
        .isEqualTo("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5");
    assertThat(HEX.formatHex(Hkdf.expanded(key, HEX.parseHex("f0f1f2f3f4f5f6f7f8f9"), 42)))
        .isEqualTo(
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
  }

  @Test
  void longInputsOfTheRfc() {
    byte[] key = Hkdf.extracted(counting(0x60), counting(0x00));
    assertThat(HEX.formatHex(key))
        .isEqualTo("06a6b88c5853361a06104c9ceb35b45cef760014904671014a193f40c15fc244");
    assertThat(HEX.formatHex(Hkdf.expanded(key, counting(0xb0), 82)))
        .isEqualTo(
            "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c"
                + "59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71"
                + "cc30c58179ec3e87c14c01d5c1f3434f1d87");
  }

  @Test
  void noSaltAndNoPurposeOfTheRfc() {
    byte[] key = Hkdf.extracted(new byte[0], HEX.parseHex("0b".repeat(22)));
    assertThat(HEX.formatHex(key))
        .isEqualTo("19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04");
    assertThat(HEX.formatHex(Hkdf.expanded(key, new byte[0], 42)))
        .isEqualTo(
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
  }

  @Test
  void base32IsThatOfTheRfc() {
    assertThat(Base32.first(8, "fooba".getBytes(StandardCharsets.UTF_8))).isEqualTo("MZXW6YTB");
    assertThat(Base32.first(10, "foobar".getBytes(StandardCharsets.UTF_8))).isEqualTo("MZXW6YTBOI");
  }

  /** Eighty bytes, each one more than the byte before. */
  private static byte[] counting(int first) {
    byte[] bytes = new byte[80];
    for (int place = 0; place < bytes.length; place++) {
      bytes[place] = (byte) (first + place);
    }
    return bytes;
  }
}
