package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.NightSettings;
import se.jamlik.pipeline.vocabulary.ProtectionRules;
import se.jamlik.pipeline.vocabulary.QualityRule;
import se.jamlik.pipeline.vocabulary.Setting;
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
                  checks:
                    on_list.threshold: 0.1
                    on_list.sol:
                      housing.level: error
                protect:
                  smallest-shown: 6
                  smallest-denominator: 30
                  largest-change: 8
                  variance: 5.5
                  never-shown: 3
                groupers: [ho2022, calderon60]
                choices:
                  condition-occurrences: 2
                  stay-main-row: last
                  unknown-dose-days: 100
                  left-out-drugs: [D, V]
                  readmission-excludes: []
                costs:
                  bed-day: 1
                  admission: 2
                  emergency-visit: 3
                  outpatient-visit: 4
                  doctor-contact: 5
                  other-contact: 6
                  home-care-hour: 7
                  special-housing-day: 8
                  short-stay-day: 9
                  municipal-care-act: 10
                signals.reference: riket
                legal:
                  purpose: to follow up care
                  basis: a law
                  decision: HSN 2026-1
                  erase-by: 2030-12-31
                  years-of-logs: 12
                operations: {oldest-release-hours: 50, lineage: /var/log/jamlik/lineage.jsonl, mirror: "hdfs://nn/jamlik"}
                buckets: 64
                """));
    assertThat(settings)
        .isEqualTo(
            new Settings(
                new Settings.Scope(List.of("2480", "2482"), "Kusten", "Region Norr"),
                new Settings.Quality(
                    0.01,
                    0.8,
                    0.95,
                    Map.of(
                        "on_list", new Settings.CheckSetting(0.1, null),
                        "on_list.sol.housing",
                            new Settings.CheckSetting(null, QualityRule.Level.ERROR))),
                new ProtectionRules(6, 30, 8, 5.5, 3),
                List.of("ho2022", "calderon60"),
                new Settings.Choices(2, Settings.StayRow.LAST, 100, List.of("D", "V"), List.of()),
                new Settings.Costs(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
                new Settings.Signals("riket"),
                new Settings.Legal("to follow up care", "a law", "HSN 2026-1", "2030-12-31", 12),
                new Settings.Operations(50, "/var/log/jamlik/lineage.jsonl", "hdfs://nn/jamlik"),
                64));
  }

  @Test
  void problemsOfAllGroupsAreToldAtOnceWithAnExitCodeOfTheirOwn() throws IOException {
    Path file =
        file(
            """
            reports.languages: [fi]
            scope:
              municipalities: [umeå]
            protect: {smallest-shown: 4}
            buckets: many
            threads: 4
            """);
    assertThatThrownBy(() -> SettingsFile.read(file))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.SETTINGS))
        .hasMessage(
            """
            Cannot use settings settings.yaml: 5 problems.
            reports.languages: expected a list of different ones among sv, en, found [fi]
            scope.municipalities: expected a list of codes of four digits, found [umeå]
            protect.smallest-shown: expected a whole number from 5 to 100, found 4
            buckets: expected a whole number from 1 to 1024, found 'many'
            threads: no such setting (expected one of scope, quality, protect, groupers, choices, costs, signals, legal, operations, buckets, reports)""");
  }

  @Test
  void aKeyThatIsGivenTwiceIsTold() throws IOException {
    Path file = file("protect.variance: 4\nprotect: {variance: 4.5}");

    assertThatThrownBy(() -> SettingsFile.read(file))
        .hasMessage(
            """
            Cannot use settings settings.yaml: 1 problems.
            protect.variance: given twice (expected once)""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'buckets: 4\nbuckets: 5' | a key stands twice in one group (line 2)",
        "'buckets: 4\n  parts: 5' | it is no YAML file in UTF-8 (line 2)",
        "'- buckets' | it holds no keys with values"
      })
  void aFileThatHoldsNoSettingsIsTold(String yaml, String why) throws IOException {
    Path file = file(yaml);

    assertThatThrownBy(() -> SettingsFile.read(file))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.SETTINGS))
        .hasMessage("Cannot read settings settings.yaml: %s.".formatted(why));
  }

  @Test
  void aPasswordInAnAddressIsNotTold() throws IOException {
    Path file = file("buckets: s3a://key:secret@bucket/folder\nscope.name: [hdfs://a:b@c/d]");

    assertThatThrownBy(() -> SettingsFile.read(file))
        .hasMessage(
            """
            Cannot use settings settings.yaml: 2 problems.
            scope.name: expected a text, found [hdfs://…@c/d]
            buckets: expected a whole number from 1 to 1024, found 's3a://…@bucket/folder'""");
  }

  @Test
  void theLegalFrameTellsWhatItLacksByName() throws IOException {
    Settings settings = SettingsFile.read(file("legal: {purpose: care, erase-by: 2030-12-31}"));
    assertThat(settings.notGiven()).containsExactly("legal.basis", "legal.decision");
    assertThat(settings.byName())
        .containsEntry("legal.erase-by", "2030-12-31")
        .containsEntry("legal.decision", "not given");
  }

  @Test
  void changesThatNoTableCanHaveAreTold() throws IOException {
    // One person becomes none or at most six: a change of mean 0 has a variance under 5.
    Path file = file("protect.variance: 5");

    assertThatThrownBy(() -> SettingsFile.read(file))
        .hasMessage(
            """
            Cannot use settings settings.yaml: 1 problems.
            protect: expected a variance that largest-change is above and never-shown leaves room for, found variance 5.0, largest-change 5 and never-shown 2""");
  }

  @Test
  void protectionCannotBeSwitchedOff() throws IOException {
    Path file = file("protect: off");

    assertThatThrownBy(() -> SettingsFile.read(file))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.SETTINGS))
        .hasMessageContaining("protect: no such setting (expected one of protect.unsafe, ");
  }

  @Test
  void protectionIsWeakerOnlyWhereTheSettingsCallItUnsafe() throws IOException {
    ProtectionRules rules =
        SettingsFile.read(
                file(
                    "protect: {unsafe: true, smallest-shown: 3, variance: 0.5, largest-change: 1, never-shown: 0}"))
            .protect();

    assertThat(rules).isEqualTo(new ProtectionRules(3, 20, 1, 0.5, 0, true));
    assertThat(rules.weaker())
        .containsExactly(
            "protect.smallest-shown 3 (the contract: 5)",
            "protect.largest-change 1 (the contract: 5)",
            "protect.variance 0.5 (the contract: 3)",
            "protect.never-shown 0 (the contract: 2)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "protect.unsafe: true",
        "protect: {unsafe: true, smallest-shown: 10}",
        "protect: {unsafe: false, smallest-shown: 4}",
        "protect: {unsafe: yes please, smallest-shown: 4}",
        "protect: {unsafe: true, smallest-shown: 0}",
        "protect: {unsafe: true, largest-change: 0}",
        "protect: {unsafe: true, variance: 0}",
        "protect: {unsafe: true, never-shown: -1}",
        "protect: {unsafe: true, largest-change: 1}"
      })
  void unsafeIsAskedForWithSomethingWeakerAndNeverSwitchesTheMethodOff(String yaml)
      throws IOException {
    Path file = file(yaml);

    assertThatThrownBy(() -> SettingsFile.read(file))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.SETTINGS))
        .hasMessageContaining("protect");
  }

  @Test
  void everyKeyIsNamedOnce() {
    assertThat(NightSettings.ALL).extracting(Setting::name).doesNotHaveDuplicates();
    assertThat(Settings.defaults().byName()).hasSameSizeAs(NightSettings.ALL);
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
