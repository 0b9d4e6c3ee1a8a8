package se.jamlik.pipeline.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.link.LinkRate;
import se.jamlik.pipeline.measure.Counted;
import se.jamlik.pipeline.measure.IndicatorCell;
import se.jamlik.pipeline.measure.Measure;
import se.jamlik.pipeline.measure.Measured;
import se.jamlik.pipeline.measure.SmallRegion;
import se.jamlik.pipeline.measure.SmallRegion.Person;
import se.jamlik.pipeline.measure.Squares;
import se.jamlik.pipeline.measure.Sums;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;
import se.jamlik.pipeline.vocabulary.ProtectionRules;
import se.jamlik.pipeline.vocabulary.ReleaseTable;
import se.jamlik.pipeline.vocabulary.Settings;

@ExtendWith(SparkTest.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProtectTest {
  private static final ProtectionRules RULES = Settings.defaults().protect();

  private final PerturbationTable table = PerturbationTable.of(RULES);
  private final SparkSession spark;
  private final Measured region;

  ProtectTest(SparkSession spark) {
    this.spark = spark;
    this.region = measured(SmallRegion.people(400));
  }

  @Test
  void everyRowOfMeasureIsThereWithAStatus() {
    Measured measured = region;

    Protected shown = Protect.shown(measured, List.of(), List.of(), RULES);

    for (ReleaseTable exact : measured.tables()) {
      assertThat(shown.table(exact.name()).rows()).hasSameSizeAs(exact.rows());
    }
    assertThat(shown.tables())
        .extracting(ReleaseTable::name)
        .containsExactly(
            "indicator_value",
            "equity",
            "signal",
            "pooled_value",
            "reference_value",
            "condition_count",
            "condition_prevalence",
            "condition_pair",
            "condition_triad",
            "condition_overlap",
            "multimorbidity_onset",
            "cost_concentration",
            "cohort_flow",
            "population",
            "link_rate",
            "indicator",
            "code_list",
            "suppression");
    Audit.audit(shown);
  }

  @Test
  void smallCountsAndSmallDenominatorsHideAllNumbersOfTheirRow() {
    Protected shown = Protect.shown(region, List.of(), List.of(), RULES);

    List<AuditedRow> rows = AuditedRow.of(shown.table("indicator_value"));
    assertThat(rows).anyMatch(row -> !row.isShown()).anyMatch(AuditedRow::isShown);
    assertThat(rows)
        .filteredOn(row -> !row.isShown())
        .noneMatch(row -> row.hasAnyOf("numerator", "denominator", "value", "ci_low", "ci_high"));
    assertThat(rows)
        .filteredOn(AuditedRow::isShown)
        .allMatch(row -> ((Number) Objects.requireNonNull(row.row().get(14))).doubleValue() >= 20)
        .allMatch(row -> row.row().getDouble(16) <= row.row().getDouble(15))
        .allMatch(row -> row.row().getDouble(15) <= row.row().getDouble(17));
  }

  @Test
  void sumsAreScaledWithTheShownPersonsBehindThem() {
    // 30 persons with 45 events, 100 at the start and 80 at the end; a key of 0 takes five away.
    Sums exact =
        new Sums(
            new Counted(45, 30, 0),
            new Counted(90, 110, 0),
            new Counted(100, 100, 0),
            new Counted(80, 80, -1),
            new Squares(0, 0, 0, 0));

    ShownSums shown = ShownSums.of(Kind.RATE, exact, table);

    assertThat(shown.sums().numerator().sum()).isEqualTo(45 * 25 / 30.0);
    assertThat(shown.sums().denominator().sum()).isEqualTo((95 + 85) / 2.0);
    // Each person has 1.5 events: variance 3 times 1.5 squared; two halves of variance 3.
    double rate = 37.5 / 90;
    assertThat(shown.variance()).isCloseTo((3 * 2.25 + rate * rate * 1.5) / 8100, within(1e-15));
  }

  @Test
  void aProportionIsNeverMoreThanAll() {
    Sums exact =
        new Sums(
            new Counted(30, 30, -1),
            new Counted(31, 31, 0),
            new Counted(0, 0, 0),
            new Counted(0, 0, 0),
            new Squares(0, 0, 0, 0));

    Sums shown = ShownSums.of(Kind.PROPORTION, exact, table).sums();

    assertThat(shown.numerator().sum()).isEqualTo(26);
    assertThat(shown.denominator().sum()).isEqualTo(26);
  }

  @Test
  void standardisedRowIsHiddenWithItsCrudeRow() {
    Protected shown = Protect.shown(region, List.of(), List.of(), RULES);

    List<Row> rows = shown.table("indicator_value").rows();
    for (int i = 1; i < rows.size(); i++) {
      boolean isStandardised = rows.get(i).getString(12).equals("esp2013");
      if (isStandardised && rows.get(i - 1).getString(19).equals("suppressed")) {
        assertThat(rows.get(i).getString(19)).isEqualTo("suppressed");
      }
    }
    assertThat(shown.table("suppression").rows())
        .anyMatch(row -> row.getLong(4) > 0 && row.getLong(5) > 0)
        .allMatch(
            row -> row.getDouble(6) == (double) (row.getLong(4) + row.getLong(5)) / row.getLong(3));
  }

  @Test
  void linkRatesAreMadeOfShownPersons() {
    LinkRate many = new LinkRate("sol", "2480", "2024", 200, 180, 0, 100, 90, 0, -1);
    LinkRate few = new LinkRate("sol", "2401", "2024", 9, 9, 0, 3, 3, -1, -1);
    LinkRate small = new LinkRate("eb", "2401", "2024", 8, 8, 0, 8, 8, 0, 0);

    Protected shown = Protect.shown(region, List.of(many, few, small), List.of(), RULES);

    assertThat(shown.table("link_rate").rows())
        .containsExactly(
            RowFactory.create(
                "eb", "2401", "2024", null, null, null, null, null, "suppressed", "<5"),
            RowFactory.create("sol", "2401", "2024", 24L, 24L, 8L, 8L, 1.0, "shown", null),
            RowFactory.create("sol", "2480", "2024", 190L, 190L, 95L, 95L, 1.0, "shown", null));
    Audit.audit(shown);
  }

  @Test
  void groupsOfLinkRatesWithoutRowsThatTakePartAreNotEmitted() {
    LinkRate many = new LinkRate("khsl", "2480", "all", 200, 180, 0, 100, 90, 0, -1);
    LinkRate after = new LinkRate("khsl", "2401", "all", 0, 0, 7, 0, 0, 0, 0);

    Protected shown = Protect.shown(region, List.of(after, many), List.of(), RULES);

    assertThat(shown.table("link_rate").rows())
        .containsExactly(
            RowFactory.create("khsl", "2480", "all", 190L, 190L, 95L, 95L, 1.0, "shown", null));
    assertThat(Protect.exactLinkRates(List.of(after, many)).rows())
        .containsExactly(
            RowFactory.create("khsl", "2480", "all", 200L, 180L, 100L, 90L, 0.9, "shown", null));
    Audit.audit(shown);
  }

  @Test
  void equityIsMadeOfWhatIsShown() {
    Protected shown = Protect.shown(region, List.of(), List.of(), RULES);

    List<AuditedRow> rows = AuditedRow.of(shown.table("equity"));
    assertThat(rows)
        .anyMatch(AuditedRow::isShown)
        .anyMatch(row -> row.word("status").equals("suppressed"))
        .filteredOn(row -> !row.isShown())
        .noneMatch(row -> row.hasAnyOf("value", "ci_low", "ci_high"));
    assertThat(shown.table("suppression").rows())
        .filteredOn(row -> row.getString(0).equals("equity"))
        .anyMatch(row -> row.getLong(5) > 0)
        .allMatch(row -> row.getLong(4) == 0);
  }

  @Test
  void onlyTablesThatCountRowsPassUnchanged() {
    ReleaseTable other = new ReleaseTable("person_period", new StructType(), List.of());

    assertThatThrownBy(() -> Protect.shown(region, List.of(), List.of(other), RULES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Table person_period does not count rows of files");
  }

  @Test
  void aPersonMoreChangesTheNumbersOfTheirOwnCellsAlone() {
    List<IndicatorCell> before = cells(SmallRegion.people(60));
    List<IndicatorCell> after =
        cells(SmallRegion.people(60).add("2024", Person.of(999).in("2401"), 0, 0));

    assertThat(after)
        .filteredOn(cell -> cell.cell().area().equals("2480"))
        .extracting(IndicatorCell::sums)
        .isEqualTo(
            before.stream()
                .filter(cell -> cell.cell().area().equals("2480"))
                .map(IndicatorCell::sums)
                .toList());
  }

  private Measured measured(SmallRegion region) {
    return Measure.measured(region.rows(spark), SmallRegion.coverage("2024"), SmallRegion.rules());
  }

  private List<IndicatorCell> cells(SmallRegion region) {
    return measured(region).indicatorCells();
  }
}
