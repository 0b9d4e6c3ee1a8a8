package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.publish.MeasuredTables;
import se.jamlik.pipeline.quality.Check;
import se.jamlik.pipeline.quality.Checks;
import se.jamlik.pipeline.quality.Count;
import se.jamlik.pipeline.quality.Judge;
import se.jamlik.pipeline.quality.QualityTable;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.Settings;
import se.jamlik.pipeline.vocabulary.UserError;

class JudgedAgainTest {
  @TempDir private Path folder;

  @Test
  void keptCountsAreJudgedAgainstOtherThresholds() throws IOException {
    keep(
        new Count("on_list", "sol", "housing", "all", "all", 2, 100),
        new Count("unlinked_rows", "sol", "all", "all", "all", 0, 0));

    StringWriter byDefault = new StringWriter();
    assertThat(JudgedAgain.print(folder, Settings.defaults(), new PrintWriter(byDefault)))
        .isEqualTo(ExitCode.PUBLISHED);
    assertThat(byDefault.toString().lines())
        .containsExactly(
            "warning sol boendeform: on_list: the value is not on the contract's list (2 of 100, 2 %; at most 1 %)",
            "2 results: 0 pass, 0 of them with violations, 1 fail, 1 have nothing to check.");

    StringWriter borne = new StringWriter();
    JudgedAgain.print(
        folder, settings("quality.checks.on_list.threshold: 0.02"), new PrintWriter(borne));
    assertThat(borne.toString().lines())
        .containsExactly(
            "2 results: 1 pass, 1 of them with violations, 0 fail, 1 have nothing to check.");

    assertThat(
            JudgedAgain.print(
                folder,
                settings("quality.checks.on_list.sol.level: error"),
                new PrintWriter(new StringWriter())))
        .isEqualTo(ExitCode.QUALITY);
  }

  @Test
  void theCommandEndsAsANightWouldAndAsksForTheFolder() throws IOException {
    keep(new Count("required_table", "sol", "all", "all", "all", 1, 1));

    assertThat(Jamlik.run("check", "--judge", "--out=" + folder)).isEqualTo(3);
    assertThat(Jamlik.run("check", "--judge")).isEqualTo(2);
    assertThat(Jamlik.run("check")).isEqualTo(2);
  }

  @Test
  void withoutANightThereIsNothingToJudge() {
    assertThatThrownBy(
            () ->
                JudgedAgain.print(folder, Settings.defaults(), new PrintWriter(new StringWriter())))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Cannot read table quality: no run has left it in ");
  }

  private void keep(Count... counts) {
    List<Check> checks = Checks.of(Definitions.load());
    MeasuredTables.replaceOne(
        folder,
        QualityTable.of(new Judge(Settings.defaults().quality()).results(checks, List.of(counts))));
  }

  private Settings settings(String yaml) throws IOException {
    return SettingsFile.read(Files.writeString(folder.resolve("settings.yaml"), yaml));
  }
}
