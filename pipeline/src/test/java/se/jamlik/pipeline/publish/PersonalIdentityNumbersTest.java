package se.jamlik.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are made up, with a right check digit unless said otherwise. */
final class PersonalIdentityNumbersTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "199001010017",
        "19900101-0017",
        "900101-0017",
        "900101+0017",
        "asked by 900101-0017, twice",
        "19900161-0014", // a samordningsnummer: day and 60
      })
  void numbersThatStandAloneAreFound(String text) {
    assertThat(PersonalIdentityNumbers.isIn(text, AS_OF)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9001010017", // ten digits alone may be anything
        "19900101-0018", // wrong check digit
        "19900230-0011", // no such day
        "18400101-0018", // nobody is that old
        "20300101-0010", // not born yet
        "a19900101-0017",
        "19900101-00171",
        "2026-11-22",
        "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03"
      })
  void otherNumbersAreLeftAlone(String text) {
    assertThat(PersonalIdentityNumbers.isIn(text, AS_OF)).isFalse();
  }
}
