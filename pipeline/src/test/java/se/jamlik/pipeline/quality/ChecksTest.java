package se.jamlik.pipeline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.vocabulary.QualityRule.Level;
import se.jamlik.pipeline.vocabulary.TableDefinition;

@ExtendWith(SparkTest.class)
class ChecksTest {
  private final List<Check> checks = Checks.of(SmallTables.DEFINITIONS);

  @Test
  void someFortyKindsMakeSomeHundredChecksOfAllTables() {
    assertThat(checks.stream().map(Check::name).distinct()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(checks).hasSizeBetween(200, 600);
    assertThat(checks.stream().map(Check::table).distinct())
        .containsExactlyInAnyOrderElementsOf(
            SmallTables.DEFINITIONS.tables().stream().map(TableDefinition::table).toList());
  }

  @Test
  void aCaseSaysMoreThanTheColumnsThatTheKindIsMadeOver() {
    assertThat(checks)
        .filteredOn(check -> check.name().equals("has_value") && check.table().equals("lisa"))
        .extracting(Check::delivered, Check::level, Check::threshold)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("sun2020niva", Level.NOTE, 0.99),
            org.assertj.core.groups.Tuple.tuple("dispinkke04", Level.WARNING, 0.1),
            org.assertj.core.groups.Tuple.tuple("famtypf", Level.NOTE, 0.99),
            org.assertj.core.groups.Tuple.tuple("syssstat", Level.NOTE, 0.99));
  }

  @Test
  void onlyWhatTheReleaseContractNamesStopsTheNight() {
    assertThat(checks)
        .filteredOn(check -> check.level() == Level.ERROR)
        .extracting(Check::name)
        .containsOnly("required_table", "quarantined_rows", "unlinked_rows");
  }

  @Test
  void noWordIsLeftInBracesAndEveryConditionIsSqlOverItsTable(SparkSession spark) {
    SmallTables tables = new SmallTables(spark);
    for (TableDefinition table : SmallTables.DEFINITIONS.tables()) {
      tables.withEach(table.table(), table.columns().get(0).name(), "null");
    }
    assertThat(tables.counted())
        .hasSizeGreaterThanOrEqualTo(
            (int) checks.stream().filter(check -> check.rule().violated() != null).count());
    assertThat(checks)
        .filteredOn(check -> check.rule().violated() != null)
        .allSatisfy(
            check ->
                assertThat(Conditions.sql(String.valueOf(check.rule().violated()), check))
                    .doesNotContainPattern("\\{[a-z]"));
  }
}
