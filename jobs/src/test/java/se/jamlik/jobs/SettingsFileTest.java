package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.Settings;
import se.jamlik.pipeline.vocabulary.UserError;

class SettingsFileTest {
  @TempDir private Path folder;

  @Test
  void withoutAFileEverythingHasItsDefault() {
    assertThat(SettingsFile.read(null)).isEqualTo(Settings.defaults());
  }

  @Test
  void anEmptyFileIsAllDefaults() throws IOException {
    assertThat(SettingsFile.read(file("# nothing yet\n"))).isEqualTo(Settings.defaults());
  }

  @Test
  void everyKeyFindsItsPlace() throws IOException {
    Settings settings =
        SettingsFile.read(
            file(
                """
                scope:
                  municipalities: ["2480", "2482"]
                  name: Kusten
                  region: Region Norr
                quality.most-quarantined: 0.01
                quality:
                  least-linked: 0.8
                  expected-linked: 0.95
                protect:
                  smallest-shown: 6
                  smallest-denominator: 30
                buckets: 64
                """));
    assertThat(settings)
        .isEqualTo(
            new Settings(
                new Settings.Scope(List.of("2480", "2482"), "Kusten", "Region Norr"),
                new Settings.Quality(0.01, 0.8, 0.95),
                new Settings.Protect(6, 30, 5, 3, 2),
                64));
  }

  @Test
  void allProblemsAreToldAtOnce() throws IOException {
    Path file =
        file(
            """
            scope:
              municipalities: [umeå]
            quality.least-linked: 70
            protect.smallest-shown: 2
            buckets: many
            threads: 4
            """);
    assertThatThrownBy(() -> SettingsFile.read(file))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.SETTINGS))
        .hasMessage(
            """
            Cannot use settings settings.yaml: 5 problems.
            scope.municipalities: expected a list of codes of four digits
            quality.least-linked: expected a share from 0 to 1
            protect.smallest-shown: expected a whole number from 3 to 100
            buckets: expected a whole number from 1 to 1024
            threads: no such setting""");
  }

  @Test
  void aMissingFileIsTold() {
    assertThatThrownBy(() -> SettingsFile.read(folder.resolve("none.yaml")))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Cannot read settings: there is no file ");
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("settings.yaml"), yaml);
  }
}
