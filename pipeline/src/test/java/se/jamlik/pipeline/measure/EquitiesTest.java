package se.jamlik.pipeline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;

/** Which rows table equity has, and what stands in them besides the measures. */
class EquitiesTest {
  private static final List<String> MUNICIPALITIES = List.of("2401", "2480");
  private static final Cell SCOPE = Cell.wholeArea("2024", Cell.SCOPE, Cell.SCOPE);
  private static final Cell UMEA = Cell.wholeArea("2024", Cell.MUNICIPALITY, "2480");
  private static final Cell BJURHOLM = Cell.wholeArea("2024", Cell.MUNICIPALITY, "2401");
  private static final IndicatorDefinition ILL =
      SmallRegion.rules().definitions().indicators().get(0);

  private final List<IndicatorValue> values = new ArrayList<>();

  @Test
  void everyDimensionHasItsMeasures() {
    addQuintiles(SCOPE, 5, 4, 3, 2, 1);
    for (String level : List.of("low", "medium", "high")) {
      add(SCOPE.of("education", level), 10, 100);
    }
    add(SCOPE.of("birth_region", "abroad"), 10, 100);
    add(SCOPE.of("birth_region", "sweden"), 10, 100);
    add(SCOPE.ofSex("women"), 10, 100);
    add(SCOPE.ofSex("men"), 10, 100);
    add(UMEA, 10, 100);
    add(BJURHOLM, 10, 100);

    List<Equity> rows = rows();

    assertThat(measures(rows, "income_quintile"))
        .isEqualTo(measures(rows, "education"))
        .isEqualTo("difference ratio sii rii aci rci par paf bgv bgsd idis theil mld");
    assertThat(measures(rows, "birth_region"))
        .isEqualTo(measures(rows, "sex"))
        .isEqualTo("difference ratio par paf bgv bgsd idis theil mld");
    assertThat(measures(rows, "municipality")).isEqualTo("par paf bgv bgsd idis theil mld");
    assertThat(rows)
        .filteredOn(row -> row.source().dimension().equals("municipality"))
        .allMatch(row -> row.source().area().equals(Cell.SCOPE) && row.groups() == 2);
  }

  @Test
  void differenceIsThatOfTheLeastAdvantagedFirst() {
    add(UMEA.of("birth_region", "sweden"), 10, 100);
    add(UMEA.of("birth_region", "abroad"), 30, 100);
    add(UMEA.ofSex("men"), 10, 100);
    add(UMEA.ofSex("women"), 15, 100);
    add(UMEA.of("education", "high"), 10, 100);
    add(UMEA.of("education", "medium"), 20, 100);
    add(UMEA.of("education", "low"), 40, 100);

    assertThat(rows())
        .filteredOn(row -> row.measure() == EquityMeasure.DIFFERENCE)
        .extracting(row -> row.source().dimension() + " " + row.value())
        .containsExactlyInAnyOrder("birth_region 20.0", "sex 5.0", "education 30.0");
    // The standard error of a share of 0.3 is sqrt(0.3 * 0.7 / 100).
    double error = 100 * Math.sqrt((0.3 * 0.7 + 0.1 * 0.9) / 100);
    Interval limits =
        row(rows(), "birth_region", EquityMeasure.DIFFERENCE).interval().orElseThrow();
    assertThat(limits.low()).isCloseTo(20 - Interval.Z * error, within(1e-12));
    assertThat(limits.high()).isCloseTo(20 + Interval.Z * error, within(1e-12));
  }

  @Test
  void peopleWhoseGroupIsNotKnownAreLeftOutAndTold() {
    add(UMEA.of("education", "low"), 40, 100);
    add(UMEA.of("education", "medium"), 40, 200);
    add(UMEA.of("education", "high"), 10, 100);
    add(UMEA.of("education", "missing"), 90, 100);
    add(UMEA.of("education", "under_25"), 90, 1000);

    Equity par = row(rows(), "education", EquityMeasure.PAR);

    // 90 of 400 are ill, and 10 in a hundred in the best group; 100 of 500 are missing.
    assertThat(Objects.requireNonNull(par.value())).isCloseTo(22.5 - 10, within(1e-12));
    assertThat(par.missingShare()).isEqualTo(0.2);
    assertThat(par.groups()).isEqualTo(3);
  }

  @Test
  void aGroupWithoutAValueLeavesEveryMeasureWithoutOne() {
    add(UMEA.of("income_quintile", "1"), 40, 100);
    add(UMEA.of("income_quintile", "2"), 40, 100);
    add(UMEA.of("income_quintile", "5"), 40, 100);
    add(UMEA.of("income_quintile", "missing"), 20, 60);

    assertThat(rows())
        .hasSize(EquityMeasure.values().length)
        .allMatch(row -> row.status() == Status.NOT_COMPUTED && row.value() == null)
        .allMatch(row -> row.reasons().equals(List.of("no value (3, 4)")))
        .allMatch(row -> Objects.requireNonNull(row.missingShare()) == 60 / 360.0);
  }

  @Test
  void aGroupThatIsTooSmallToStandardiseLeavesItsStandardWithoutMeasures() {
    values.addAll(standardised(UMEA.ofSex("women"), 40).values());
    values.addAll(standardised(UMEA.ofSex("men"), 9).values());

    assertThat(rows())
        .filteredOn(row -> row.source().standard() == Standard.ESP2013)
        .hasSize(9)
        .allMatch(row -> row.status() == Status.NOT_COMPUTED)
        .allMatch(row -> row.reasons().equals(List.of("fewer than 10 (men)")));
    assertThat(rows())
        .filteredOn(row -> row.source().standard() == Standard.CRUDE)
        .hasSize(9)
        .allMatch(row -> row.status() == Status.SHOWN);
  }

  @Test
  void groupsThatNobodyIsInHaveNoRows() {
    add(UMEA.of("income_quintile", "missing"), 20, 100);
    add(UMEA.of("education", "under_25"), 20, 100);

    assertThat(rows()).isEmpty();
  }

  @Test
  void whatWasNotDeliveredIsNotComputedBetweenMunicipalities() {
    add(UMEA, 10, 100);
    values.addAll(
        new IndicatorCell(
                ILL,
                BJURHOLM,
                about(),
                List.of("sol not delivered by 2401"),
                List.of(),
                GroupSums.NONE)
            .values());

    assertThat(rows())
        .hasSize(7)
        .allMatch(row -> row.reasons().equals(List.of("sol not delivered by 2401 (2401)")));
  }

  @Test
  void aHiddenGroupHidesTheMeasuresThatUseIt() {
    addQuintiles(UMEA, 50, 40, 30, 20, 10);
    IndicatorValue shown = values.remove(2);
    values.add(shown.source().hidden(Standard.CRUDE, Status.SUPPRESSED, "<5"));
    add(UMEA.of("income_quintile", "missing"), 20, 100);

    List<Equity> rows = rows();

    assertThat(rows)
        .filteredOn(row -> row.status() == Status.SHOWN)
        .extracting(Equity::measure)
        .containsExactly(EquityMeasure.DIFFERENCE, EquityMeasure.RATIO);
    assertThat(rows)
        .filteredOn(row -> row.status() != Status.SHOWN)
        .hasSize(11)
        .allMatch(row -> row.status() == Status.SUPPRESSED && row.interval().isEmpty())
        .allMatch(row -> row.reasons().equals(List.of("<5 (3)")));
    assertThat(rows).allMatch(row -> row.missingShare() == null);
  }

  @Test
  void measuresThatDivideByZeroSaySo() {
    add(UMEA.ofSex("women"), 10, 100);
    add(UMEA.ofSex("men"), 0, 100);

    List<Equity> rows = rows();

    assertThat(rows)
        .filteredOn(row -> row.status() == Status.NOT_COMPUTED)
        .extracting(row -> row.measure().text() + ": " + row.reasons())
        .containsExactly("ratio: [division by zero]", "mld: [division by zero]");
    assertThat(row(rows, "sex", EquityMeasure.PAR).value()).isEqualTo(5);
  }

  @Test
  void reasonsOfTheValuesGoWithWhatIsMadeOfThem() {
    for (String sex : List.of("women", "men")) {
      values.addAll(
          new IndicatorCell(
                  ILL,
                  UMEA.ofSex(sex),
                  about(),
                  List.of(),
                  List.of("look-back shorter than 5 years"),
                  new GroupSums(SumsOf.rate(10, 100), List.of()))
              .values());
    }

    assertThat(rows())
        .hasSize(9)
        .allMatch(row -> row.reasons().equals(List.of("look-back shorter than 5 years")));
  }

  @Test
  void sharesOfAnAmountAndSmallAreasAreNotCompared() {
    IndicatorDefinition share = SmallRegion.share(1, "share");
    for (Cell cell : List.of(UMEA.ofSex("women"), UMEA.ofSex("men"))) {
      values.addAll(cell(share, cell, 10, 100).values());
    }
    add(Cell.wholeArea("2024", "regso", "2480R001"), 10, 100);
    add(UMEA.ofSex("women").ofAgeGroup("85+"), 10, 100);
    add(SCOPE.ofSex("women").of("education", "low"), 10, 100);

    assertThat(rows()).isEmpty();
  }

  @Test
  void theOrderOfTheValuesDoesNotMatter() {
    addQuintiles(SCOPE, 50, 40, 30, 20, 10);
    addQuintiles(UMEA, 5, 14, 30, 20, 10);
    List<Equity> before = rows();

    Collections.reverse(values);

    assertThat(rows()).isEqualTo(before);
  }

  private void addQuintiles(Cell area, int... ill) {
    for (int place = 0; place < ill.length; place++) {
      add(area.of("income_quintile", String.valueOf(place + 1)), ill[place], 100);
    }
  }

  private void add(Cell cell, int ill, int residents) {
    values.addAll(cell(ILL, cell, ill, residents).values());
  }

  private static IndicatorCell cell(
      IndicatorDefinition indicator, Cell cell, int numerator, int denominator) {
    GroupSums sums = new GroupSums(SumsOf.rate(numerator, denominator), List.of());
    return new IndicatorCell(indicator, cell, about(), List.of(), List.of(), sums);
  }

  /** A cell whose people are all in the first group of the standard. */
  private static IndicatorCell standardised(Cell cell, int ill) {
    List<Sums> groups = new ArrayList<>(Collections.nCopies(19, SumsOf.rate(0, 0)));
    groups.set(0, SumsOf.rate(ill, 100));
    GroupSums sums = new GroupSums(SumsOf.rate(ill, 100), groups);
    return new IndicatorCell(ILL, cell, about(), List.of(), List.of(), sums);
  }

  private static About about() {
    return new About(
        LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31), false, "Umeå", "2480", "passed");
  }

  private List<Equity> rows() {
    return Equities.of(values, MUNICIPALITIES);
  }

  private static String measures(List<Equity> rows, String dimension) {
    List<String> measures =
        rows.stream()
            .filter(row -> row.source().dimension().equals(dimension))
            .map(row -> row.measure().text())
            .toList();
    return String.join(" ", measures);
  }

  private static Equity row(List<Equity> rows, String dimension, EquityMeasure measure) {
    Optional<Equity> found =
        rows.stream()
            .filter(row -> row.source().dimension().equals(dimension))
            .filter(row -> row.measure() == measure)
            .findFirst();
    return found.orElseThrow();
  }
}
