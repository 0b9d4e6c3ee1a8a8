package se.jamlik.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.publish.ReleaseDifference.Changed;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

final class ReleaseDifferenceTest {
  private static final String OTHER_SHA256 =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  @TempDir private Path out;

  @Test
  void theSameTwiceDiffersInNothing() {
    Release one = SmallRelease.published(out, SmallRelease.tables());
    Release next = SmallRelease.published(out, SmallRelease.tables());

    ReleaseDifference difference = ReleaseDifference.between(one, next);

    assertThat(difference.causes()).isEmpty();
    assertThat(difference.indicators()).isEmpty();
    assertThat(difference.tables()).isEmpty();
  }

  @Test
  void cellsThatAreNewGoneOrChangedAreCountedByIndicator() {
    Release one =
        published(
            SmallRelease.facts(),
            SmallRelease.indicatorValue(
                SmallRelease.value("MM2", "2480", 200.0, 1000.0),
                SmallRelease.value("MM2", "2460", 40.0, 300.0),
                SmallRelease.value("MM3", "2480", 90.0, 1000.0)),
            definitions("a", "b"));
    Release next =
        published(
            SmallRelease.facts(OTHER_SHA256),
            SmallRelease.indicatorValue(
                SmallRelease.value("MM2", "2480", 201.0, 1000.0),
                SmallRelease.value("MM2", "2460", null, null, "suppressed"),
                SmallRelease.value("CCI3", "2480", 50.0, 900.0)),
            definitions("a", "c"));

    ReleaseDifference difference = ReleaseDifference.between(one, next);

    assertThat(difference.indicators())
        .containsExactly(
            new Changed("CCI3", 1, 0, 0, List.of()),
            new Changed("MM2", 0, 0, 2, List.of()),
            new Changed("MM3", 0, 1, 0, List.of("changed definition")));
    assertThat(difference.tables())
        .containsExactly(
            new Changed("indicator", 0, 0, 1, List.of()),
            new Changed("indicator_value", 1, 1, 2, List.of()));
    assertThat(difference.causes())
        .containsExactly("new data: sol/2026-11-21.csv", "data left out: sol/2026-11-21.csv");
  }

  @Test
  void aFileThatReplacesRowsIsACorrection() {
    Release one = SmallRelease.published(out, SmallRelease.tables());
    Release next =
        published(
            SmallRelease.facts(OTHER_SHA256),
            SmallRelease.tables().get(0),
            new ReleaseTable(
                "delivery",
                StructType.fromDDL("table string, file string, sha256 string, replaced bigint"),
                List.of(RowFactory.create("sol", "sol/2026-11-21.csv", OTHER_SHA256, 3L))));

    assertThat(ReleaseDifference.between(one, next).causes())
        .contains("corrected data: sol/2026-11-21.csv replaces 3 earlier rows");
  }

  private Release published(ReleaseFacts facts, ReleaseTable... tables) {
    try (StagedRelease staged =
        new Publisher(out, SmallRelease.GATE).stage(List.of(tables), facts)) {
      return staged.publish();
    }
  }

  private static ReleaseTable definitions(String ofMm2, String ofMm3) {
    return new ReleaseTable(
        "indicator",
        StructType.fromDDL("indicator string, definition_version string"),
        List.of(RowFactory.create("MM2", ofMm2), RowFactory.create("MM3", ofMm3)));
  }
}
