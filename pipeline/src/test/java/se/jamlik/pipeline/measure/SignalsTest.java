package se.jamlik.pipeline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;
import se.jamlik.pipeline.vocabulary.ReferenceValue;

/** Which rows table signal has, and what they say. */
class SignalsTest {
  private static final IndicatorDefinition ILL =
      SmallRegion.rules().definitions().indicators().get(0);
  private static final IndicatorDefinition MONTHS =
      SmallRegion.rules().definitions().indicators().get(1);

  private final List<IndicatorValue> values = new ArrayList<>();
  private References references = References.NONE;

  @Test
  void theAnswerThatTheEyeGives() {
    add("2024", Cell.SCOPE, 1_000, 10_000);
    add("2024", "2401", 500, 1_000);
    add("2024", "2403", 100, 1_000);
    add("2024", "2404", 10, 1_000);
    for (int year = 2020; year <= 2023; year++) {
      add(String.valueOf(year), "2401", 100 * (year - 2019), 1_000);
      add(String.valueOf(year), "2403", 100, 1_000);
      add(String.valueOf(year), "2404", 500 - 100 * (year - 2020), 1_000);
    }

    assertThat(rows(Signal.Kind.FUNNEL))
        .filteredOn(row -> row.period().equals("2024"))
        .extracting(SignalsTest::told)
        .containsExactly("2401 above_998", "2403 within", "2404 below_998");
    assertThat(rows(Signal.Kind.TREND))
        .filteredOn(row -> !row.area().equals(Cell.SCOPE))
        .allMatch(row -> row.period().equals("2020-2024"))
        .extracting(SignalsTest::told)
        .containsExactly("2401 rising", "2403 no_trend", "2404 falling");
  }

  @Test
  void aMunicipalityIsHeldAgainstLimitsAroundTheScope() {
    add("2024", Cell.SCOPE, 2_000, 10_000);
    add("2024", "2480", 100, 400);

    Signal.Numbers numbers = rows(Signal.Kind.FUNNEL).get(0).numbers().orElseThrow();

    assertThat(numbers.value()).isEqualTo(25);
    assertThat(numbers.reference()).isEqualTo(20);
    // (80 + z²/2 ± z √(80 · 0.8 + z²/4)) / (400 + z²) with z = 1.96 and 3.09.
    isNear(numbers.limits95(), 16.3737059734, 24.1970316867);
    isNear(numbers.limits998(), 14.5516055363, 26.847424599);
    assertThat(numbers.verdict()).isEqualTo("above_95");
  }

  @Test
  void everyPeriodHasItsFunnelAndTheScopeHasNone() {
    add("2024", Cell.SCOPE, 2_000, 10_000);
    add("2024", "2480", 100, 400);
    add("R12-2026-10", Cell.SCOPE, 2_000, 10_000);
    add("R12-2026-10", "2480", 100, 400);

    assertThat(rows(Signal.Kind.FUNNEL))
        .extracting(row -> row.period() + " " + row.area())
        .containsExactly("2024 2480", "R12-2026-10 2480");
  }

  @Test
  void aTrendNeedsThreeCalendarYears() {
    add("2022", "2480", 100, 1_000);
    add("2023", "2480", 200, 1_000);
    add("R12-2026-10", "2480", 1, 1_000);

    assertThat(rows(Signal.Kind.TREND))
        .extracting(row -> row.period() + " " + row.status() + " " + row.reasons())
        .containsExactly("2022-2023 NOT_COMPUTED [fewer than 3 years]");
  }

  @Test
  void aHiddenYearHidesTheTrendAndIsNamed() {
    add("2022", "2480", 100, 1_000);
    hide("2023", "2480");
    add("2024", "2480", 400, 1_000);
    hide("2025", "2480");

    assertThat(rows(Signal.Kind.TREND))
        .extracting(row -> row.status() + " " + row.reasons() + " " + row.numbers())
        .containsExactly("SUPPRESSED [<5 (2023, 2025)] Optional.empty");
  }

  @Test
  void aYearOfNothingHasNoLogarithm() {
    add("2022", "2480", 100, 1_000);
    add("2023", "2480", 0, 1_000);
    add("2024", "2480", 1_000, 1_000);

    assertThat(rows(Signal.Kind.TREND))
        .extracting(row -> row.status() + " " + row.reasons())
        .containsExactly("NOT_COMPUTED [no logarithm of 0 (2023)]");
    values.remove(1);
    add("2023", "2480", 10, 1_000);
    assertThat(rows(Signal.Kind.TREND))
        .extracting(Signal::reasons)
        .containsExactly(List.of("no standard error (2024)"));
  }

  @Test
  void aHiddenMunicipalityOrScopeHidesTheFunnelAndIsNamed() {
    hide("2024", Cell.SCOPE);
    hide("2024", "2401");
    add("2024", "2480", 100, 400);

    assertThat(rows(Signal.Kind.FUNNEL))
        .extracting(row -> row.status() + " " + row.reasons() + " " + row.numbers())
        .containsExactly(
            "SUPPRESSED [<5 (2401, scope)] Optional.empty",
            "SUPPRESSED [<5 (scope)] Optional.empty");
  }

  @Test
  void whatWasNotDeliveredIsNotComputed() {
    hide("2024", Cell.SCOPE);
    values.addAll(
        cell(ILL, "2024", "2401", List.of("sol not delivered by 2401"), GroupSums.NONE).values());
    add("2025", "2480", 100, 400);

    assertThat(rows(Signal.Kind.FUNNEL))
        .extracting(row -> row.area() + " " + row.status() + " " + row.reasons())
        .containsExactly(
            "2401 NOT_COMPUTED [sol not delivered by 2401 (2401)]",
            "2480 NOT_COMPUTED [no value (scope)]");
  }

  @Test
  void aMeanOfPersonsWhoAreAllAlikeIsNotJudged() {
    addMonths(Cell.SCOPE, new double[] {1, 1}, new double[] {0.5, 1}, new double[] {0, 1});
    addMonths("2401", new double[] {0, 1}, new double[] {0, 1});
    addMonths("2403", new double[] {1, 1});

    assertThat(rows(Signal.Kind.FUNNEL))
        .extracting(row -> row.area() + " " + row.status() + " " + row.reasons())
        .containsExactly(
            "2401 SHOWN [no variation between persons]", "2403 NOT_COMPUTED [no standard error]");
    assertThat(rows(Signal.Kind.FUNNEL).get(0).numbers().orElseThrow().verdict())
        .isEqualTo("not_judged");
  }

  @Test
  void whereSettingsSaySoEverybodyIsHeldAgainstTheCountry() {
    references =
        new References(
            ReferenceValue.COUNTRY,
            List.of(
                elsewhere("2024", ReferenceValue.COUNTRY, 30),
                elsewhere("2024", "Liknande kommuner", 10)));
    hide("2024", Cell.SCOPE);
    add("2024", "2480", 100, 400);
    add("2025", Cell.SCOPE, 2_000, 10_000);
    add("2025", "2480", 100, 400);

    assertThat(rows(Signal.Kind.FUNNEL))
        .extracting(row -> row.period() + " " + row.area() + " " + row.reasons())
        .containsExactly("2024 2480 [against riket]", "2024 scope [<5 (scope)]", "2025 2480 []");
    assertThat(rows(Signal.Kind.FUNNEL).get(0).numbers().orElseThrow().reference()).isEqualTo(30);
    // 25 of a hundred, where 25.7 to 34.7 would be chance.
    assertThat(rows(Signal.Kind.FUNNEL).get(0).numbers().orElseThrow().verdict())
        .isEqualTo("below_95");
    assertThat(rows(Signal.Kind.FUNNEL).get(2).numbers().orElseThrow().reference()).isEqualTo(20);
  }

  private static ReferenceValue elsewhere(String period, String area, double value) {
    return new ReferenceValue(ILL.id(), period, area, value, null, null, "SCB");
  }

  @Test
  void groupsSmallAreasAndSharesOfAnAmountHaveNoSignal() {
    About about = about();
    GroupSums sums = new GroupSums(SumsOf.rate(10, 100), List.of());
    Cell umea = Cell.wholeArea("2024", Cell.MUNICIPALITY, "2480");
    for (Cell cell :
        List.of(
            umea.ofSex("men"),
            umea.ofAgeGroup("85+"),
            umea.of("education", "low"),
            Cell.wholeArea("2024", "regso", "2480R001"))) {
      values.addAll(new IndicatorCell(ILL, cell, about, List.of(), List.of(), sums).values());
    }
    values.addAll(cell(SmallRegion.share(1, "share"), "2024", "2480", List.of(), sums).values());

    assertThat(Signals.of(values, references)).isEmpty();
  }

  @Test
  void theOrderOfTheValuesDoesNotMatter() {
    for (int year = 2020; year <= 2024; year++) {
      add(String.valueOf(year), Cell.SCOPE, 2_000 + year, 10_000);
      add(String.valueOf(year), "2480", year - 1_900, 1_000);
    }
    List<Signal> before = Signals.of(values, references);

    Collections.reverse(values);

    assertThat(Signals.of(values, references)).isEqualTo(before).hasSize(7);
  }

  private static String told(Signal row) {
    return row.area() + " " + row.numbers().orElseThrow().verdict();
  }

  private static void isNear(Interval actual, double low, double high) {
    assertThat(actual.low()).isCloseTo(low, within(1e-9));
    assertThat(actual.high()).isCloseTo(high, within(1e-9));
  }

  private void add(String period, String area, int ill, int residents) {
    GroupSums sums = new GroupSums(SumsOf.rate(ill, residents), List.of());
    values.addAll(cell(ILL, period, area, List.of(), sums).values());
  }

  private void addMonths(String area, double[]... persons) {
    GroupSums sums = new GroupSums(SumsOf.rows(persons), List.of());
    values.addAll(cell(MONTHS, "2024", area, List.of(), sums).values());
  }

  private void hide(String period, String area) {
    values.add(
        cell(ILL, period, area, List.of(), GroupSums.NONE)
            .hidden(Standard.CRUDE, Status.SUPPRESSED, "<5"));
  }

  private static IndicatorCell cell(
      IndicatorDefinition indicator,
      String period,
      String area,
      List<String> notDelivered,
      GroupSums sums) {
    String level = area.equals(Cell.SCOPE) ? Cell.SCOPE : Cell.MUNICIPALITY;
    Cell cell = Cell.wholeArea(period, level, area);
    return new IndicatorCell(indicator, cell, about(), notDelivered, List.of(), sums);
  }

  private static About about() {
    return new About(
        LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31), false, "Umeå", "2480", "passed");
  }

  private List<Signal> rows(Signal.Kind kind) {
    return Signals.of(values, references).stream().filter(row -> row.kind() == kind).toList();
  }
}
