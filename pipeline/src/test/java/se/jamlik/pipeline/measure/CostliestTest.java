package se.jamlik.pipeline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.Definitions;

/** The spread of cost, and what becomes of the costliest and of the sickest elderly. */
@ExtendWith(SparkTest.class)
class CostliestTest {
  private static final StructType SCHEMA =
      StructType.fromDDL(
          "person bigint, period string, municipality string, age int, is_resident_at_end boolean, care_cost decimal(20, 6), has_extensive_health_care boolean, has_extensive_social_care boolean, has_died boolean, is_in_special_housing boolean");
  private static final Definitions DEFINITIONS = Definitions.load();
  private static final Cell SCOPE = Cell.wholeArea("2024", Cell.SCOPE, Cell.SCOPE);

  private final SparkSession spark;
  private final List<Row> rows = new ArrayList<>();

  CostliestTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void giniAndLorenzAreOfTheScopeAndOfEachMunicipality() {
    for (int person = 1; person <= 4; person++) {
      with(person, "2024", "2401", 40, person * 100);
    }
    with(5, "2024", "2480", 40, 0);
    with(6, "2024", "2480", 40, 1_000.5);

    List<ConcentrationCell> cells = found(Map.of()).concentrations();

    assertThat(cells)
        .extracting(cell -> cell.cell().area() + " " + cell.sums().residents().persons())
        .containsExactlyInAnyOrder("2401 4", "2480 2", "scope 6");
    Concentration one = of(cells, Cell.wholeArea("2024", Cell.MUNICIPALITY, "2401"));
    // (-3 + -1 * 2 + 1 * 3 + 3 * 4) over 4 times 10.
    assertThat(one.gini()).isEqualTo(10 / 40.0);
    // Half of four are above the fiftieth percentile; a fifth of four is one person, rounded up.
    assertThat(one.tops().get(4)).isEqualTo(new Counted(700, 2, key(3) ^ key(4)));
    assertThat(one.tops().get(7)).isEqualTo(new Counted(400, 1, key(4)));
    assertThat(one.twoLargest()).isEqualTo(700);
    assertThat(of(cells, SCOPE).all().sum()).isCloseTo(2_000.5, within(1e-9));
    assertThat(of(cells, SCOPE).all().persons()).isEqualTo(5);
  }

  @Test
  void aMunicipalityThatSentNothingIsLeftOutOfTheScopeAndNotComputed() {
    with(1, "2024", "2401", 40, 100);
    with(2, "2024", "2480", 40, 900);

    List<ConcentrationCell> cells = found(Map.of("sol", Set.of("2401"))).concentrations();

    assertThat(of(cells, SCOPE).all().sum()).isEqualTo(900);
    assertThat(cells)
        .filteredOn(cell -> cell.cell().area().equals("2401"))
        .extracting(ConcentrationCell::notDelivered)
        .containsExactly(List.of("sol not delivered by 2401"));
    assertThat(cells)
        .filteredOn(cell -> cell.cell().isScope())
        .extracting(ConcentrationCell::reasons)
        .containsExactly(List.of("without 2401"));
  }

  @Test
  void everyOneOfTheSickestElderlyHasOneOutcomeAndTheFirstThatIsTrueCounts() {
    for (int person = 1; person <= 6; person++) {
      core(person, "2024", true, false, false);
    }
    core(1, "2025", true, false, true);
    core(2, "2025", false, false, true);
    core(3, "2025", false, false, false);
    // Died and registered as living here on the last day, or not, and still in care.
    core(4, "2025", true, true, true);
    rows.add(row(5, "2025", "2401", 80, false, 0, true, true, true));
    rows.add(row(6, "2025", "2401", 80, false, 0, true, false, false));
    // Under 65, and not resident at the end of the first year: not of the group.
    rows.add(row(7, "2024", "2401", 64, true, 0, true, false, false));
    rows.add(row(8, "2024", "2401", 80, false, 0, true, false, false));

    assertThat(flows(Cohort.CORE, SCOPE))
        .containsExactly(
            "died 2 of 6, 3 residents",
            "moved_away 1 of 6, 3 residents",
            "remains 1 of 6, 3 residents",
            "special_housing 1 of 6, 3 residents",
            "improved 1 of 6, 3 residents");
    assertThat(found(Map.of()).flows())
        .filteredOn(cell -> cell.outcome() == Cohort.Outcome.REMAINS && cell.cell().isScope())
        .filteredOn(cell -> cell.cohort() == Cohort.CORE)
        .extracting(cell -> cell.sums().persons().key())
        .containsExactly(key(1));
  }

  @Test
  void theCostliestAreThoseOfTheScopeWhereverTheyLiveAndAllOfEqualCost() {
    // Three of forty are 5 % rounded up to two, and the third costs as much as the second.
    for (int person = 1; person <= 40; person++) {
      with(person, "2024", person <= 2 ? "2401" : "2480", 40, person <= 3 ? 500 : 7);
      with(person, "2025", "2480", 40, person == 2 || person == 9 ? 900 : 7);
    }

    assertThat(flows(Cohort.COSTLIEST, SCOPE))
        .containsExactly(
            "died 0 of 3, 3 residents",
            "moved_away 0 of 3, 3 residents",
            "remains 1 of 3, 3 residents",
            "below_top 2 of 3, 3 residents");
    assertThat(flows(Cohort.COSTLIEST, Cell.wholeArea("2024", Cell.MUNICIPALITY, "2401")))
        .contains("remains 1 of 2, 2 residents");
  }

  private List<String> flows(Cohort cohort, Cell area) {
    return found(Map.of()).flows().stream()
        .filter(cell -> cell.cohort() == cohort && cell.cell().equals(area))
        .map(
            cell ->
                "%s %d of %d, %d residents"
                    .formatted(
                        cell.outcome().text(),
                        cell.sums().persons().persons(),
                        cell.sums().population().persons(),
                        cell.sums().residents().persons()))
        .toList();
  }

  private Costliest.Found found(Map<String, Set<String>> silent) {
    Coverage coverage = SmallRegion.coverage(Set.of(), silent, "2024", "2025");
    return new Costliest(coverage, DEFINITIONS, SmallRegion.KEYS)
        .of(Persons.of(spark.createDataFrame(rows, SCHEMA)));
  }

  private static Concentration of(List<ConcentrationCell> cells, Cell cell) {
    return cells.stream()
        .filter(found -> found.cell().equals(cell))
        .findFirst()
        .orElseThrow()
        .sums();
  }

  private static long key(long person) {
    return SmallRegion.KEYS.applyAsLong(person);
  }

  /** A resident with a cost, who is none of the sickest. */
  private void with(long person, String period, String municipality, int age, double cost) {
    rows.add(row(person, period, municipality, age, true, cost, false, false, false));
  }

  /** A resident of 80 years without cost. */
  private void core(
      long person, String period, boolean isSick, boolean hasDied, boolean isInSpecialHousing) {
    rows.add(row(person, period, "2401", 80, true, 0, isSick, hasDied, isInSpecialHousing));
  }

  private static Row row(
      long person,
      String period,
      String municipality,
      int age,
      boolean isResident,
      double cost,
      boolean isSick,
      boolean hasDied,
      boolean isInSpecialHousing) {
    return RowFactory.create(
        person,
        period,
        municipality,
        age,
        isResident,
        BigDecimal.valueOf(cost),
        isSick,
        isSick,
        hasDied,
        isInSpecialHousing);
  }
}
