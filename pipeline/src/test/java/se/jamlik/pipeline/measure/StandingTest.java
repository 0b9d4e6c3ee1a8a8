package se.jamlik.pipeline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;

class StandingTest {
  private static final List<IndicatorDefinition> INDICATORS =
      SmallRegion.rules().definitions().indicators();
  private static final IndicatorDefinition PROPORTION = INDICATORS.get(0);
  private static final IndicatorDefinition RATE = INDICATORS.get(2);

  /** What the reference package calls the verdicts, with the share in one tail. */
  private static final Map<String, String> WORDS =
      Map.of(
          "below_998", "Low (0.001)",
          "below_95", "Low (0.025)",
          "within", "Not significant",
          "above_95", "High (0.025)",
          "above_998", "High (0.001)");

  @Test
  void placesStandOutAsInTheReferenceForProportions() {
    agreesWith(
        PROPORTION,
        Oracle.rows("rates/input_funnel_proportion.csv"),
        Oracle.rows("rates/expected_funnel_proportion_significance.csv"));
  }

  @Test
  void placesStandOutAsInTheReferenceForRates() {
    agreesWith(
        RATE,
        Oracle.rows("rates/input_funnel_rate_crude.csv"),
        Oracle.rows("rates/expected_funnel_rate_significance.csv"));
  }

  /** Chance gives none of 25 where 8 in a hundred are ill once in eight: 0.92 to the 25th. */
  @Test
  void nobodyOfAFewDoesNotStandOut() {
    assertThat(Standing.of(value(PROPORTION, 0, 25)).orElseThrow().verdict(8)).isEqualTo("within");
    assertThat(Standing.of(value(RATE, 0, 100)).orElseThrow().verdict(3)).isEqualTo("within");
  }

  @Test
  void theChangeOfCountsMakesAShownValueLessSure() {
    IndicatorValue exact = value(PROPORTION, 100, 400);
    double error = Math.hypot(Objects.requireNonNull(exact.error()), 3);
    IndicatorValue shown =
        new IndicatorValue(
            exact.source(),
            Standard.CRUDE,
            exact.numerator(),
            exact.denominator(),
            exact.value(),
            null,
            null,
            error,
            Status.SHOWN,
            List.of());

    assertThat(Standing.of(exact).orElseThrow().verdict(20)).isEqualTo("above_95");
    assertThat(Standing.of(shown).orElseThrow().verdict(20)).isEqualTo("within");
  }

  @Test
  void aReferenceOnALimitIsWithinIt() {
    Standing standing = new Standing(new Interval(10, 20), new Interval(5, 25));

    assertThat(Stream.of(4.9, 5.0, 9.9, 10.0, 20.0, 20.1, 25.0, 25.1).map(standing::verdict))
        .isEqualTo(
            List.of(
                "above_998",
                "above_95",
                "above_95",
                "within",
                "within",
                "below_95",
                "below_95",
                "below_998"));
  }

  private static void agreesWith(
      IndicatorDefinition indicator, List<Oracle> places, List<Oracle> expected) {
    double reference =
        100
            * places.stream().mapToDouble(place -> place.number("numerator")).sum()
            / places.stream().mapToDouble(place -> place.number("denominator")).sum();
    for (int i = 0; i < places.size(); i++) {
      IndicatorValue value =
          value(indicator, places.get(i).number("numerator"), places.get(i).number("denominator"));
      assertThat(WORDS.get(Standing.of(value).orElseThrow().verdict(reference)))
          .isEqualTo(expected.get(i).text("significance"));
    }
  }

  private static IndicatorValue value(
      IndicatorDefinition indicator, double numerator, double denominator) {
    return new IndicatorCell(
            indicator,
            Cell.wholeArea("2024", Cell.MUNICIPALITY, "2480"),
            new About(LocalDate.MIN, LocalDate.MAX, false, "Umeå", "2480", "passed"),
            List.of(),
            List.of(),
            new GroupSums(SumsOf.rate(numerator, denominator), List.of()))
        .values()
        .get(0);
  }
}
