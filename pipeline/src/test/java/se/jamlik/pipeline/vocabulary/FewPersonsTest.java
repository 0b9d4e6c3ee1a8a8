package se.jamlik.pipeline.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FewPersonsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "av 4 personer",
        "1\u00A0person",
        "in 3 persons.",
        "(2 invånare)",
        "only 4 people left"
      })
  void aSmallNumberBeforeWhatItCountsIsFound(String text) {
    assertThat(FewPersons.places(text, 5)).isOne();
    assertThat(FewPersons.hidden(text, 5)).contains("<5").doesNotContainPattern("[1-4]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5 personer",
        "1 234 personer",
        "12\u202F004 personer",
        "0,4 personer per dag",
        "3 rows of persons",
        "4 files",
        "kommun 2404 personer"
      })
  void otherNumbersAreLeftAlone(String text) {
    assertThat(FewPersons.places(text, 5)).isZero();
    assertThat(FewPersons.hidden(text, 5)).isEqualTo(text);
  }

  @Test
  void whatIsFewIsASetting() {
    assertThat(FewPersons.places("9 personer och 3 personer", 10)).isEqualTo(2);
    assertThat(FewPersons.places("9 personer och 3 personer", 3)).isZero();
    assertThat(FewPersons.hidden("9 personer och 3 personer", 5))
        .isEqualTo("9 personer och <5 personer");
  }
}
