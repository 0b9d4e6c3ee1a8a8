package se.jamlik.reports;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a folder that no reports can be made from. */
class CannotReportTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aFolderWithoutAManifestIsNoRelease() {
    assertRefused(
        "Cannot read the release: no readable manifest.json in %s (expected the folder of one release). Choose another release."
            .formatted(folder));
  }

  @Test
  void aManifestMustBeJsonThatTellsReleaseAndDay() throws IOException {
    Path manifest = folder.resolve("manifest.json");

    for (String damaged :
        new String[] {"{\"rel", "{\"release\": \"a\", \"data_through\": \"October\"}"}) {
      Files.writeString(manifest, damaged);
      assertRefused(
          "Cannot read the release: %s is damaged (expected JSON, with days as YYYY-MM-DD). Choose another release."
              .formatted(manifest));
    }
    Files.writeString(manifest, "{\"release\": \"a\"}");
    assertRefused(
        "Cannot read the release: key 'data_through' is missing in %s (expected release and data_through). Choose another release."
            .formatted(manifest));
  }

  @Test
  void theTablesOfValuesAndIndicatorsMustBeThereAndWhole() throws IOException {
    InventedRelease.write(folder);
    Path values = folder.resolve("indicator_value/part-0.parquet");

    for (String damaged : new String[] {"", "PAR1"}) {
      Files.writeString(values, damaged);
      assertRefusedForATable();
    }
    Files.delete(values);
    assertRefusedForATable();
    Files.copy(folder.resolve("delivery/part-0.parquet"), values);
    assertRefusedForATable();
  }

  @Test
  void aReleaseOfNoPeriodHasNothingToTell() {
    InventedRelease.writeWithoutPeriods(folder);

    assertRefused(
        "Cannot make reports: no calendar year and no rolling twelve months in indicator_value of release 2026-11-22.1 (expected at least one). Choose another release.");
  }

  private void assertRefusedForATable() {
    assertRefused(
        "Cannot read the release: a table in %s is missing, is damaged or lacks a column (expected at least indicator_value and indicator). Choose another release."
            .formatted(folder));
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> Reports.write(folder, folder.resolve("reports"), Language.SV))
        .isInstanceOf(CannotReport.class)
        .hasMessage(message);
  }
}
