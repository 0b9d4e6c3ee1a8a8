package se.jamlik.pipeline.measure;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.measure.SmallRegion.Person;
import se.jamlik.pipeline.vocabulary.Areas;
import se.jamlik.pipeline.vocabulary.Coverage;

/** RegSO, and DeSO over three years together. */
@ExtendWith(SparkTest.class)
class SmallAreasTest {
  private final SparkSession spark;

  SmallAreasTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void smallAreaKnowsAsLittleAsItsMunicipalityWhateverItsCode() {
    SmallRegion region = new SmallRegion();
    for (String year : List.of("2022", "2023", "2024")) {
      region
          .add(year, Person.of(1), 1, 0)
          .add(year, Person.of(2).in("2401"), 1, 0)
          .add(year, Person.of(3).in("2401"), 1, 0)
          .add(year, Person.of(4), 1, 0);
    }
    // Geografi places R12 in 2401, Teg01 in 2480 and Centrum in both, and lacks every DeSO but B.
    Dataset<Row> renamed =
        region
            .rows(spark)
            .withColumn(
                "regso", expr("element_at(array('Teg01', 'R12', 'Centrum', null), int(person))"))
            .withColumn("deso", expr("element_at(array('A', 'B', 'C', '2401A0010'), int(person))"));
    Areas areas =
        new Areas(
            Map.of(),
            Map.of(
                "Teg01", new TreeSet<>(Set.of("2480")),
                "R12", new TreeSet<>(Set.of("2401")),
                "Centrum", new TreeSet<>(Set.of("2401", "2480")),
                "B", new TreeSet<>(Set.of("2401"))));

    Measured measured =
        Measure.measured(
            renamed, silent(Map.of("sol", Set.of("2401")), areas), rulesThatTellTheMunicipality());

    String why = "sol not delivered by 2401";
    assertThat(
            measured.indicatorCells().stream()
                .filter(cell -> cell.indicator().id().equals("RATE"))
                .filter(cell -> List.of("2024", "2022-2024").contains(cell.cell().period()))
                .filter(cell -> List.of("regso", "deso").contains(cell.cell().areaLevel()))
                .map(
                    cell ->
                        cell.cell().area()
                            + cell.notDelivered()
                            + cell.about().municipality()
                            + " "
                            + cell.about().quality()))
        .containsExactlyInAnyOrder(
            "Teg01[]2480 2480",
            "R12[" + why + "]2401 2401",
            "Centrum[" + why + "]scope scope",
            "A[]2480 2480",
            "B[" + why + "]2401 2401",
            "C[" + why + "]2401 2401",
            "2401A0010[]2480 2480");
  }

  @Test
  void personOfOneDesoIsOnePersonWhateverTheMunicipality() {
    SmallRegion region =
        new SmallRegion()
            .add("2022", Person.of(1), 1, 0)
            .add("2023", Person.of(1).in("2401"), 1, 0)
            .add("2024", Person.of(1), 1, 0);
    Dataset<Row> ofOneDeso = region.rows(spark).withColumn("deso", lit("A"));

    Measured measured =
        Measure.measured(
            ofOneDeso, SmallRegion.coverage("2022", "2023", "2024"), SmallRegion.rules());

    assertThat(
            measured.indicatorCells().stream()
                .filter(cell -> cell.cell().areaLevel().equals("deso"))
                .filter(cell -> cell.indicator().id().equals("ILL"))
                .map(cell -> cell.sums().total().denominator()))
        .containsExactly(new Counted(3, 1, key(1)));
  }

  @Test
  void smallAreasAreThreeYearsTogetherWithEachPersonOnce() {
    SmallRegion region = new SmallRegion();
    for (String year : List.of("2021", "2022", "2023", "2024")) {
      region.add(year, Person.of(1), 2, 0).add(year, Person.of(2).withConditions(0), 0, 0);
    }
    region.add("2024", Person.of(3), false, true, 0, 0);

    Measured measured =
        Measure.measured(
            region.rows(spark),
            SmallRegion.coverage("2021", "2022", "2023", "2024"),
            SmallRegion.rules());

    List<IndicatorCell> cells =
        measured.indicatorCells().stream()
            .filter(cell -> cell.cell().areaLevel().equals("deso"))
            .toList();
    assertThat(cells).extracting(cell -> cell.cell().period()).containsOnly("2022-2024");
    assertThat(cells).extracting(cell -> cell.indicator().id()).containsExactly("ILL", "RATE");
    Sums ill = cells.get(0).sums().total();
    assertThat(ill.numerator()).isEqualTo(new Counted(4, 2, key(1) ^ key(3)));
    assertThat(ill.denominator()).isEqualTo(new Counted(7, 3, key(1) ^ key(2) ^ key(3)));
    Sums rate = cells.get(1).sums().total();
    assertThat(rate.start()).isEqualTo(new Counted(6, 2, key(1) ^ key(2)));
    assertThat(rate.end()).isEqualTo(new Counted(7, 3, key(1) ^ key(2) ^ key(3)));
    assertThat(rate.denominator().sum()).isEqualTo(6.5);
  }

  private static Coverage silent(Map<String, Set<String>> silent, Areas areas) {
    Coverage known = SmallRegion.coverage("2022", "2023", "2024");
    return new Coverage(
        known.asOf(),
        known.dataThrough(),
        known.firstDiagnosis(),
        known.periods(),
        Set.of(),
        silent,
        areas);
  }

  /** Their quality is the municipality that was asked about. */
  private static MeasureRules rulesThatTellTheMunicipality() {
    MeasureRules rules = SmallRegion.rules();
    return new MeasureRules(
        rules.definitions(),
        rules.scope(),
        rules.groupers(),
        rules.keys(),
        (indicator, firstDay, lastDay, municipality) -> municipality);
  }

  private static long key(long person) {
    return SmallRegion.KEYS.applyAsLong(person);
  }
}
