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
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.release.PopulationGroup;

class PopulationSentencesTest {

  private static final PopulationSentences SENTENCES =
      new PopulationSentences(Texts.in(Language.SV), new Numbers(Language.SV));

  private static PopulationGroup group(String age, Optional<Long> ill, Optional<Estimate> share) {
    return new PopulationGroup("2025", "2403", "all", age, Optional.of(1000L), ill, share);
  }

  static Stream<Arguments> findings() {
    return Stream.of(
        Arguments.of(25.6, 25.2, 26.1, "Var fjärde invånare har minst två kroniska sjukdomar"),
        Arguments.of(33.1, 32.5, 33.7, "Var tredje invånare har minst två kroniska sjukdomar"),
        Arguments.of(50.2, 49.5, 50.9, "Varannan invånare har minst två kroniska sjukdomar"),
        // Near a quarter, but the interval reaches beyond a twentieth of it.
        Arguments.of(25.6, 24.9, 26.3, "26 procent av invånarna har minst två kroniska sjukdomar"),
        Arguments.of(21.1, 20.6, 21.7, "21 procent av invånarna har minst två kroniska sjukdomar"),
        Arguments.of(8.4, 8.1, 8.7, "8,4 procent av invånarna har minst två kroniska sjukdomar"),
        // Bjurholm: an interval of a few points bears no single number.
        Arguments.of(
            25.1,
            23.3,
            26.9,
            "Mellan 23 och 27 procent av invånarna har minst två kroniska sjukdomar"));
  }

  @ParameterizedTest
  @MethodSource("findings")
  void theNumberIsAsExactAsItsInterval(double value, double low, double high, String expected) {
    PopulationGroup everybody =
        group("all", Optional.of(250L), Optional.of(Estimate.of(value, low, high)));

    assertThat(SENTENCES.finding(everybody)).isEqualTo(expected);
  }

  @Test
  void nothingIsSaidOfAShareThatIsNotShown() {
    assertThat(SENTENCES.finding(group("all", Optional.empty(), Optional.empty())))
        .isEqualTo("Hur stor andel som har minst två kroniska sjukdomar redovisas inte");
  }

  static Stream<Arguments> meanings() {
    return Stream.of(
        Arguments.of(
            List.of(100L, 3200L, 1700L),
            "Av dem som har minst två kroniska sjukdomar är 34 procent minst 60 år, och 64 procent mellan 20 och 59 år. "
                + "Siffrorna visar hur många det gäller, inte hur mycket vård var och en behöver."),
        // The same parts of six hundred: chance moves them by eight points.
        Arguments.of(
            List.of(12L, 384L, 204L),
            "De som har minst två kroniska sjukdomar är för få för att säkert säga hur de fördelar sig på åldrar."),
        Arguments.of(
            List.of(0L, 0L, 0L),
            "De som har minst två kroniska sjukdomar är för få för att säkert säga hur de fördelar sig på åldrar."));
  }

  @ParameterizedTest
  @MethodSource("meanings")
  void agesAreToldWhenChanceHardlyMovesThem(List<Long> counts, String expected) {
    List<PopulationGroup> ages =
        List.of(
            group("10-19", Optional.of(counts.get(0)), Optional.empty()),
            group("20-29", Optional.of(counts.get(1)), Optional.empty()),
            group("90+", Optional.of(counts.get(2)), Optional.empty()));

    assertThat(SENTENCES.meaning(ages)).isEqualTo(expected);
  }

  @Test
  void oneHiddenAgeHidesHowTheOthersAreSpread() {
    List<PopulationGroup> ages =
        List.of(
            group("20-29", Optional.of(9000L), Optional.empty()),
            group("90+", Optional.empty(), Optional.empty()));

    assertThat(SENTENCES.meaning(ages))
        .isEqualTo(
            "Antalet redovisas inte för alla åldrar, och då går det inte att säga hur de multisjuka fördelar sig på åldrar.");
  }
}
