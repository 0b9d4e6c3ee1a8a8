package se.jamlik.reports.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.jamlik.reports.Language;
import se.jamlik.reports.release.ConditionsTogether;
import se.jamlik.reports.release.Estimate;

class ComorbiditySentencesTest {

  private static final ComorbiditySentences SENTENCES =
      new ComorbiditySentences(Texts.in(Language.SV));

  private static final ConditionsTogether HEART =
      pair("Heart failure", "Ischemic heart disease", Estimate.of(4.6, 4.2, 5.0));
  private static final ConditionsTogether LUNGS =
      pair("Asthma", "COPD, emphysema, chronic bronchitis", Estimate.of(9.0, 1.1, 30));
  private static final ConditionsTogether MAYBE =
      pair("Dementia", "Epilepsy", Estimate.of(6.0, 0.9, 12));
  private static final ConditionsTogether RARER =
      pair("Asthma", "Dementia", Estimate.of(0.5, 0.3, 0.7));
  private static final ConditionsTogether HIDDEN =
      new ConditionsTogether(
          "2025",
          List.of("Anemia", "Obesity"),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static ConditionsTogether pair(String one, String other, Estimate lift) {
    return new ConditionsTogether(
        "2025",
        List.of(one, other),
        Optional.of(100L),
        Optional.of(100 / lift.value()),
        Optional.of(lift),
        Optional.of(1));
  }

  static Stream<Arguments> findings() {
    return Stream.of(
        // The surest first: what chance leaves at the least, not the largest lift.
        Arguments.of(
            List.of(LUNGS, MAYBE, HEART, HIDDEN),
            "Hjärtsvikt och kranskärlssjukdom följs åt oftare än väntat, liksom astma och KOL"),
        Arguments.of(List.of(MAYBE, LUNGS, RARER), "Astma och KOL följs åt oftare än väntat"),
        Arguments.of(
            List.of(MAYBE, RARER, HIDDEN),
            "Inga två av de vanligaste sjukdomarna följs säkert åt oftare än väntat"),
        Arguments.of(
            List.of(HIDDEN), "Underlaget räcker inte för att säga vilka sjukdomar som följs åt"),
        Arguments.of(
            List.of(), "Underlaget räcker inte för att säga vilka sjukdomar som följs åt"));
  }

  @ParameterizedTest
  @MethodSource("findings")
  void onlyPairsWhoseWholeIntervalIsAboveTheExpectedAreNamed(
      List<ConditionsTogether> pairs, String expected) {
    assertThat(SENTENCES.finding(pairs)).isEqualTo(expected);
  }

  @Test
  void aConditionWithoutAWordOfItsOwnHasItsNameInTheRelease() {
    assertThat(SENTENCES.label("New condition")).isEqualTo("New condition");
    assertThat(SENTENCES.shortName("New condition")).isEqualTo("New ");
    assertThat(SENTENCES.label("Parkinson and parkinsonism")).isEqualTo("Parkinsons sjukdom");
    assertThat(SENTENCES.shortName("Hypertension")).isEqualTo("Tryck");
  }
}
