package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.NightSettings;
import se.jamlik.pipeline.vocabulary.Setting;
import se.jamlik.pipeline.vocabulary.SettingLine;
import se.jamlik.pipeline.vocabulary.UserError;

/** Three tests of every group of settings: defaults, a value for every key, and limits. */
class SettingGroupsTest {
  private static final String GROUPS = "se.jamlik.jobs.SettingGroups#all";

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource(GROUPS)
  void aGroupThatIsLeftOutHasItsDefaults(SettingGroup group) throws IOException {
    assertThat(chosen("# nothing").get(group.name())).isEqualTo(group.defaults());
  }

  @ParameterizedTest
  @MethodSource(GROUPS)
  void everyKeyTakesEffectAndChangesNoOtherGroup(SettingGroup group) throws IOException {
    Map<String, Map<String, Object>> expected = new HashMap<>(chosen("# nothing"));
    expected.put(group.name(), group.taken());

    assertThat(chosen(group.chosen())).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource(GROUPS)
  void whatIsWrongIsToldAllAtOnceWithKeyExpectedAndFound(SettingGroup group) throws IOException {
    Path file = file(group.wrong());

    assertThatThrownBy(() -> SettingsFile.read(file))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.SETTINGS))
        .hasMessage(
            "Cannot use settings settings.yaml: %d problems.%n%s"
                .formatted(group.problems().size(), String.join("\n", group.problems())));
  }

  @Test
  void everyGroupIsTested() {
    assertThat(SettingGroups.all().map(SettingGroup::name).toList())
        .containsExactlyElementsOf(
            SettingKeys.lines().stream()
                .map(SettingLine::name)
                .map(SettingKeys::group)
                .distinct()
                .toList());
  }

  @Test
  void everyKeyOfTheNightIsTestedWithAnotherValueThanItsDefault() {
    List<String> keys =
        SettingGroups.all()
            .flatMap(
                group ->
                    group.taken().keySet().stream()
                        .filter(key -> !group.taken().get(key).equals(group.defaults().get(key))))
            .toList();

    assertThat(keys).containsAll(NightSettings.ALL.stream().map(Setting::name).toList());
  }

  /** The values of a file by group and whole key. */
  private Map<String, Map<String, Object>> chosen(String yaml) throws IOException {
    SettingsFile.Chosen chosen = SettingsFile.chosen(file(yaml));
    Map<String, Object> values = new HashMap<>(chosen.night().byName());
    values.putAll(chosen.reports().byName());
    return values.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                value -> SettingKeys.group(value.getKey()),
                Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("settings.yaml"), yaml);
  }
}
