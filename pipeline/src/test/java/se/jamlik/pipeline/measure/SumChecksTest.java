package se.jamlik.pipeline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.measure.SmallRegion.Person;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;

/** Each planted number is one more person or one more event than there are. */
@ExtendWith(SparkTest.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SumChecksTest {
  private static final Cell SCOPE = Cell.wholeArea("2024", Cell.SCOPE, Cell.SCOPE);
  private static final Cell UMEA = Cell.wholeArea("2024", Cell.MUNICIPALITY, "2480");

  private final Measured night;

  SumChecksTest(SparkSession spark) {
    SmallRegion region = new SmallRegion();
    for (int person = 0; person < 60; person++) {
      Person one =
          new Person(
              person,
              person % 2 == 0 ? "women" : "men",
              person * 7 % 100,
              person % 3 == 0 ? "2401" : "2480",
              person % 5 == 0 ? "missing" : "" + person % 5,
              person % 6);
      region.add("2024", one, person % 9 != 0, person % 11 != 0, person % 3, person % 13 / 12.0);
    }
    List<IndicatorDefinition> indicators =
        new ArrayList<>(SmallRegion.rules().definitions().indicators());
    indicators.add(SmallRegion.multimorbidity());
    night =
        Measure.measured(
            region.rows(spark), SmallRegion.coverage("2024"), SmallRegion.rules(indicators));
  }

  @Test
  void aCorrectNightHasNothingWrongInAnyCheckThatIsMade() {
    List<SumCheck> checks = SumChecks.of(night);

    assertThat(checks).allMatch(check -> check.wrong().isEmpty());
    assertThat(checks)
        .filteredOn(check -> check.total() == 0)
        .extracting(SumCheck::table)
        // The small region has no costs.
        .containsExactly("cost_concentration", "cohort_flow", "cohort_flow");
  }

  @Test
  void aMunicipalityThatCountsOneTooManyIsNoPartOfTheScopeAndNoWholeOfItsOwnParts() {
    assertThat(wrong(withIndicator("RATE", UMEA, SumChecksTest::withOneMore)))
        .containsExactly(
            "indicator_value: RATE 2024 scope: the parts by municipality do not add up to it",
            "indicator_value: RATE 2024 2480: the parts by age group do not add up to it",
            "indicator_value: RATE 2024 2480: the parts by birth_region do not add up to it",
            "indicator_value: RATE 2024 2480: the parts by education do not add up to it",
            "indicator_value: RATE 2024 2480: the parts by income_quintile do not add up to it",
            "indicator_value: RATE 2024 2480: the parts by sex do not add up to it");
  }

  @Test
  void aGroupThatIsCountedTwiceIsFoundByTheWholeThatItBelongsTo() {
    assertThat(
            wrong(
                withIndicator("ILL", SCOPE.of("income_quintile", "missing"), SumChecksTest::twice)))
        .contains(
            "indicator_value: ILL 2024 scope: the parts by income_quintile do not add up to it");
  }

  @Test
  void theSameNumberOfOtherPersonsIsFoundByTheirKeys() {
    assertThat(wrong(withIndicator("ILL", SCOPE.ofSex("women"), SumChecksTest::ofOthers)))
        .contains("indicator_value: ILL 2024 scope: the parts by sex do not add up to it");
  }

  /** Who moves is in two municipalities of three years, and one person of the scope. */
  @Test
  void ofSeveralYearsOnlyTheSumsAddUp() {
    Cell years = Cell.wholeArea("2023-2025", Cell.SCOPE, Cell.SCOPE);
    List<PartsOfWholes.Counts> cells =
        List.of(
            new PartsOfWholes.Counts("EB", years, List.of(new Counted(3, 1, 7))),
            new PartsOfWholes.Counts("EB", inYears("2401"), List.of(new Counted(1, 1, 7))),
            new PartsOfWholes.Counts("EB", inYears("2480"), List.of(new Counted(2, 1, 7))));

    assertThat(PartsOfWholes.check("indicator_value", cells).wrong()).isEmpty();
    assertThat(PartsOfWholes.check("indicator_value", cells.subList(0, 2)).wrong()).hasSize(1);
  }

  private static Cell inYears(String municipality) {
    return Cell.wholeArea("2023-2025", Cell.MUNICIPALITY, municipality);
  }

  @Test
  void moreThanAllAreNoShare() {
    assertThat(wrong(withIndicator("ILL", SCOPE.ofSex("men"), SumChecksTest::moreThanAll)))
        .contains("indicator_value: ILL 2024 scope men crude: a share below 0 or above 1");
  }

  @Test
  void numbersOfConditionsAreAllResidents() {
    List<ConditionCell> cells = new ArrayList<>(night.conditionCells());
    cells.replaceAll(
        cell ->
            cell.cell().equals(UMEA) && cell.conditions().equals("5+")
                ? new ConditionCell(
                    cell.grouper(),
                    cell.cell(),
                    cell.conditions(),
                    cell.reasons(),
                    withOneMore(cell.sums()))
                : cell);

    assertThat(wrong(with(night.indicatorCells(), cells)))
        .containsExactly(
            "condition_count: calderon60 5+ 2024 scope: the parts by municipality do not add up to it",
            "condition_count: calderon60 2024 2480: the parts do not add up to the population");
  }

  @Test
  void aPersonMoreOfASexAndAgeIsFoundByAllItsMargins() {
    Multimorbidity of = night.multimorbidity();
    List<PopulationCell> cells = new ArrayList<>(of.populations());
    cells.replaceAll(
        cell ->
            cell.cell().equals(UMEA.ofSex("men").ofAgeGroup("30-39"))
                ? new PopulationCell(cell.cell(), cell.reasons(), withOneMore(cell.sums()))
                : cell);
    Multimorbidity wrong =
        new Multimorbidity(
            of.triads(), of.overlaps(), of.onsets(), of.concentrations(), of.flows(), cells);

    assertThat(wrong(with(night.indicatorCells(), night.conditionCells(), wrong)))
        .containsExactly(
            "population: multimorbid 2024 2480 men: the parts by age group do not add up to it",
            "population: multimorbid 2024 scope men 30-39: the parts by municipality do not add up to it",
            "population: multimorbid 2024 2480 30-39: the parts by sex do not add up to it");
  }

  @Test
  void theMadeTablesAreOfGroupsThatDiffer() {
    // The value of the made table is none of its groups' own.
    assertThat(MadeTables.standardIsCrude().total()).isEqualTo(4);
    assertThat(MadeTables.standardIsCrude().wrong()).isEmpty();
  }

  private Measured withIndicator(String id, Cell where, UnaryOperator<Sums> change) {
    List<IndicatorCell> cells = new ArrayList<>(night.indicatorCells());
    cells.replaceAll(
        cell ->
            cell.indicator().id().equals(id) && cell.cell().equals(where)
                ? new IndicatorCell(
                    cell.indicator(),
                    cell.cell(),
                    cell.about(),
                    cell.notDelivered(),
                    cell.reasons(),
                    new GroupSums(change.apply(cell.sums().total()), cell.sums().standardGroups()))
                : cell);
    return with(cells, night.conditionCells());
  }

  private Measured with(List<IndicatorCell> indicators, List<ConditionCell> conditions) {
    return with(indicators, conditions, night.multimorbidity());
  }

  private Measured with(
      List<IndicatorCell> indicators,
      List<ConditionCell> conditions,
      Multimorbidity multimorbidity) {
    return new Measured(
        indicators,
        conditions,
        night.prevalenceCells(),
        night.pairCells(),
        night.pooledCells(),
        night.references(),
        multimorbidity,
        night.municipalities(),
        night.definitions());
  }

  private static List<String> wrong(Measured measured) {
    return SumChecks.of(measured).stream()
        .flatMap(check -> check.wrong().stream().map(cell -> check.table() + ": " + cell))
        .toList();
  }

  private static Sums withOneMore(Sums sums) {
    Counted one = sums.numerator();
    return changed(sums, new Counted(one.sum() + 1, one.persons() + 1, one.key()));
  }

  private static Sums twice(Sums sums) {
    Counted one = sums.numerator();
    return changed(sums, new Counted(2 * one.sum(), 2 * one.persons(), one.key()));
  }

  private static Sums ofOthers(Sums sums) {
    Counted one = sums.numerator();
    return changed(sums, new Counted(one.sum(), one.persons(), ~one.key()));
  }

  private static Sums moreThanAll(Sums sums) {
    Counted all = sums.denominator();
    return changed(sums, new Counted(all.sum() + 1, all.persons() + 1, all.key()));
  }

  private static Sums changed(Sums sums, Counted numerator) {
    return new Sums(numerator, sums.denominator(), sums.start(), sums.end(), sums.squares());
  }
}
