package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "settings.md");

  @Test
  void thePageTellsTheSettingsAsTheyAre() throws IOException {
    Path made = Path.of("target", "settings.md");
    Files.createDirectories(Path.of("target"));
    Files.writeString(made, SettingsPage.markdown());

    assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
        .as("docs/settings.md; to write it anew: cp jobs/target/settings.md docs/settings.md")
        .isEqualTo(SettingsPage.markdown());
  }

  @Test
  void aKeyHasValuesDefaultUnitAndMeaning() {
    assertThat(SettingsPage.markdown())
        .contains(
            "| `protect.smallest-shown` | a whole number from 5 to 100; with protect.unsafe a whole number from 1 to 100 | `5` | persons | The smallest count of persons that is shown. |\n",
            "| `groupers` | a list of known groupers | `[calderon60]` |",
            "| `operations.lineage` | a text | `\"\"` |",
            "| `legal.basis` | a text | `not given` |",
            "| `quality.checks.<check>.level` | error, warning or note |",
            "| `reports.languages` | a list of sv and en | `[sv]` |",
            "| `JAMLIK_RECORD_KEY` |");
  }
}
