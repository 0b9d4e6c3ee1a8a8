package se.jamlik.pipeline.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.link.LinkRate;
import se.jamlik.pipeline.measure.Measure;
import se.jamlik.pipeline.measure.Measured;
import se.jamlik.pipeline.measure.SmallRegion;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.ReleaseTable;
import se.jamlik.pipeline.vocabulary.Settings;
import se.jamlik.pipeline.vocabulary.UserError;

/** What the audit lets pass is told by the tests of protecting. */
@ExtendWith(SparkTest.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditTest {
  private final Measured region;
  private final Protected safe;

  AuditTest(SparkSession spark) {
    this.region =
        Measure.measured(
            SmallRegion.people(400).rows(spark), SmallRegion.coverage("2024"), SmallRegion.rules());
    this.safe = Protect.shown(region, List.of(), List.of(), Settings.defaults().protect());
  }

  @Test
  void auditRefusesExactNumbers() {
    List<ReleaseTable> tables = new ArrayList<>(region.tables());
    tables.add(safe.table("link_rate"));

    assertThatThrownBy(() -> Audit.audit(new Protected(tables, safe.evidence())))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.PRIVACY))
        .hasMessageStartingWith(
            "Cannot publish the release: the disclosure audit found 7 problems (expected none).")
        .hasMessageContainingAll(
            "indicator_value: 24 rows hold a small count",
            "rows hold another number than the cell key gives",
            "condition_count: ",
            "condition_prevalence: ",
            "condition_pair: ",
            "condition_triad: ",
            "condition_overlap: ");
  }

  @Test
  void auditRefusesEquityOfExactNumbers() {
    ReleaseTable exact =
        region.tables().stream()
            .filter(table -> table.name().equals("equity"))
            .findFirst()
            .orElseThrow();

    assertThatThrownBy(() -> Audit.audit(with(exact, safe)))
        .hasMessageContaining("found 2 problems")
        .hasMessageFindingMatch("equity: \\d+ rows rest on a hidden value")
        .hasMessageFindingMatch("equity: \\d+ rows hold another number than the shown values give");
  }

  /** 100 persons are shown as 95, so 200 rows as 190 (see the tests of protecting). */
  @Test
  void auditRefusesLinkRatesWhoseRowsTellThePersons() {
    LinkRate rate = new LinkRate("sol", "2480", "2024", 200, 180, 0, 100, 90, 0, -1);
    Protected shown =
        Protect.shown(region, List.of(rate), List.of(), Settings.defaults().protect());
    Row safeRow =
        RowFactory.create("sol", "2480", "2024", 190L, 190L, 95L, 95L, 1.0, "shown", null);
    assertThat(shown.table("link_rate").rows()).containsExactly(safeRow);

    for (Row leaking :
        List.of(
            RowFactory.create("sol", "2480", "2024", 200L, 190L, 95L, 95L, 0.95, "shown", null),
            RowFactory.create("sol", "2480", "2024", 190L, 180L, 95L, 95L, 1.0, "shown", null),
            RowFactory.create("sol", "2480", "2024", 190L, 190L, 95L, 90L, 1.0, "shown", null),
            RowFactory.create("sol", "2480", "2024", 190L, 190L, 95L, 95L, 0.9, "shown", null),
            RowFactory.create(
                "sol", "2480", "2024", null, 180L, null, null, null, "suppressed", "<5"))) {
      ReleaseTable leaked =
          new ReleaseTable("link_rate", shown.table("link_rate").schema(), List.of(leaking));
      assertThatThrownBy(() -> Audit.audit(with(leaked, shown)))
          .hasMessageContaining("link_rate: 1 rows hold another number than the cell key gives");
    }
  }

  @Test
  void auditRefusesColumnsAboutPersons() {
    StructType columns = new StructType().add("lopnr", DataTypes.StringType);
    List<ReleaseTable> tables =
        Stream.concat(
                safe.tables().stream(),
                Stream.of(new ReleaseTable("quality", columns, List.of(RowFactory.create("a")))))
            .toList();

    assertThatThrownBy(() -> Audit.audit(new Protected(tables, safe.evidence())))
        .hasMessageEndingWith("quality: column lopnr is about persons");
  }

  /** What would be published if one table were another. */
  private static Protected with(ReleaseTable other, Protected shown) {
    List<ReleaseTable> tables = new ArrayList<>(shown.tables());
    tables.removeIf(table -> table.name().equals(other.name()));
    tables.add(other);
    return new Protected(tables, shown.evidence());
  }
}
