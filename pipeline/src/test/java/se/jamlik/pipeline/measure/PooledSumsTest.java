package se.jamlik.pipeline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.measure.SmallRegion.Person;
import se.jamlik.pipeline.vocabulary.Coverage;

/** Rare events over three years together. */
@ExtendWith(SparkTest.class)
class PooledSumsTest {
  private final SparkSession spark;

  PooledSumsTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void everyThreeYearsInARowArePooledWithEachPersonOnce() {
    SmallRegion region = new SmallRegion();
    for (String year : List.of("2020", "2021", "2022", "2023", "2025")) {
      region.add(year, Person.of(1), 2, 0).add(year, Person.of(2).withConditions(0), 0, 0);
    }
    region.add("2023", Person.of(3), false, true, 0, 0);

    List<IndicatorCell> cells =
        measured(region, SmallRegion.coverage("2020", "2021", "2022", "2023", "2025"))
            .pooledCells();

    assertThat(cells)
        .extracting(cell -> cell.cell().period())
        .containsOnly("2020-2022", "2021-2023");
    Sums ill = pooled(cells, "ILL", scopeOf("2021-2023")).sums().total();
    assertThat(ill.numerator()).isEqualTo(new Counted(4, 2, key(1) ^ key(3)));
    assertThat(ill.denominator()).isEqualTo(new Counted(7, 3, key(1) ^ key(2) ^ key(3)));
    Sums rate = pooled(cells, "RATE", scopeOf("2021-2023")).sums().total();
    assertThat(rate.numerator()).isEqualTo(new Counted(6, 1, key(1)));
    assertThat(rate.start()).isEqualTo(new Counted(6, 2, key(1) ^ key(2)));
    assertThat(rate.denominator().sum()).isEqualTo(6.5);
  }

  /** Added up group by group, the person's key would take itself away. */
  @Test
  void whoChangesGroupBetweenPooledYearsIsOnePersonInTheWhole() {
    SmallRegion region =
        new SmallRegion()
            .add("2021", Person.of(1).aged(64), 1, 0)
            .add("2022", Person.of(1).aged(65), 1, 0)
            .add("2023", Person.of(1).aged(66).in("2401"), 1, 0);

    List<IndicatorCell> cells =
        measured(region, SmallRegion.coverage("2021", "2022", "2023")).pooledCells();

    Cell scope = scopeOf("2021-2023");
    assertThat(pooled(cells, "RATE", scope).sums().total().numerator())
        .isEqualTo(new Counted(3, 1, key(1)));
    assertThat(pooled(cells, "RATE", scope.ofAgeGroup("65-74")).sums().total().numerator())
        .isEqualTo(new Counted(2, 1, key(1)));
    Cell umea = Cell.wholeArea("2021-2023", Cell.MUNICIPALITY, "2480");
    assertThat(pooled(cells, "RATE", umea).sums().total().numerator())
        .isEqualTo(new Counted(2, 1, key(1)));
    // 60-64 and 65-69 are the thirteenth and fourteenth groups of the standard.
    assertThat(pooled(cells, "RATE", scope).sums().standardGroups().subList(12, 14))
        .extracting(sums -> sums.numerator())
        .containsExactly(new Counted(1, 1, key(1)), new Counted(2, 1, key(1)));
  }

  @Test
  void pooledYearsHaveTheBreakdownsAndTheSumsOfTheSingleOnes() {
    SmallRegion region = new SmallRegion();
    for (int year = 2021; year <= 2023; year++) {
      for (int person = 0; person < 30; person++) {
        Person one = Person.of(100 * year + person).aged(60 + person);
        region.add(
            String.valueOf(year),
            person % 2 == 0 ? one : one.men().in("2401"),
            person % 3 != 0,
            person % 5 != 0,
            person % 4,
            0.5);
      }
    }

    Measured measured = measured(region, SmallRegion.coverage("2021", "2022", "2023"));

    // Nobody is there in two years, so that persons and keys add up too.
    List<IndicatorCell> single =
        measured.indicatorCells().stream()
            .filter(cell -> !cell.cell().areaLevel().equals("deso"))
            .filter(cell -> List.of("ILL", "RATE", "MONTHS").contains(cell.indicator().id()))
            .toList();
    assertThat(measured.pooledCells())
        .extracting(PooledSumsTest::inWords)
        .containsExactlyElementsOf(
            single.stream().map(PooledSumsTest::inWords).distinct().toList());
    for (IndicatorCell cell : measured.pooledCells()) {
      Sums total = cell.sums().total();
      List<Sums> parts =
          single.stream()
              .filter(part -> inWords(part).equals(inWords(cell)))
              .map(part -> part.sums().total())
              .toList();
      assertThat(total.numerator().sum())
          .isEqualTo(parts.stream().mapToDouble(part -> part.numerator().sum()).sum());
      assertThat(total.denominator().sum())
          .isEqualTo(parts.stream().mapToDouble(part -> part.denominator().sum()).sum());
      assertThat(total.denominator().persons())
          .isEqualTo(parts.stream().mapToLong(part -> part.denominator().persons()).sum());
    }
  }

  @Test
  void whatIsNotDeliveredIsNotPooled() {
    SmallRegion region = new SmallRegion();
    for (String year : List.of("2021", "2022", "2023")) {
      region.add(year, Person.of(1), 1, 0.5).add(year, Person.of(2).in("2401"), 5, 0.5);
    }
    Coverage coverage =
        SmallRegion.coverage(Set.of("lss"), Map.of("sol", Set.of("2401")), "2021", "2022", "2023");

    Measured measured = measured(region, coverage);

    assertThat(
            SmallRegion.rows(measured, IndicatorValue.POOLED_TABLE).stream()
                .filter(row -> row.getString(0).equals("MONTHS"))
                .map(row -> text(row, "period", "area", "standard", "status", "reason")))
        .containsExactly(
            "2021-2023 2401 crude not_computed lss not delivered",
            "2021-2023 2480 crude not_computed lss not delivered",
            "2021-2023 scope crude not_computed lss not delivered");
    IndicatorCell rate = pooled(measured.pooledCells(), "RATE", scopeOf("2021-2023"));
    assertThat(rate.sums().total().numerator().sum()).isEqualTo(3);
    assertThat(rate.sums().total().denominator().sum()).isEqualTo(3);
    assertThat(rate.reasons()).containsExactly("without 2401");
  }

  private static Cell scopeOf(String period) {
    return Cell.wholeArea(period, Cell.SCOPE, Cell.SCOPE);
  }

  private static IndicatorCell pooled(List<IndicatorCell> cells, String indicator, Cell cell) {
    return cells.stream()
        .filter(found -> found.indicator().id().equals(indicator) && found.cell().equals(cell))
        .findFirst()
        .orElseThrow();
  }

  /** The indicator and the cell without its period. */
  private static String inWords(IndicatorCell cell) {
    Cell of = cell.cell();
    return String.join(
        " ",
        cell.indicator().id(),
        of.areaLevel(),
        of.area(),
        of.sex(),
        of.ageGroup(),
        of.dimension(),
        of.category());
  }

  private static long key(long person) {
    return SmallRegion.KEYS.applyAsLong(person);
  }

  private Measured measured(SmallRegion region, Coverage coverage) {
    return Measure.measured(region.rows(spark), coverage, SmallRegion.rules());
  }

  private static String text(Row row, String... columns) {
    return Stream.of(columns)
        .map(column -> String.valueOf(row.get(IndicatorValue.SCHEMA.fieldIndex(column))))
        .collect(Collectors.joining(" "));
  }
}
