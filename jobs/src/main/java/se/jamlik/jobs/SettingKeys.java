package se.jamlik.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.jamlik.pipeline.vocabulary.NightSettings;
import se.jamlik.pipeline.vocabulary.Setting;
import se.jamlik.pipeline.vocabulary.SettingLine;

/** All keys that a settings file may have: those of the night, of its checks and of the reports. */
final class SettingKeys {
  private SettingKeys() {}

  /** Those of a group stand together; a key without a group is its own. */
  static List<SettingLine> lines() {
    List<SettingLine> lines = new ArrayList<>();
    for (Setting<?> setting : NightSettings.ALL) {
      lines.add(setting.line());
      if (setting.name().equals(NightSettings.EXPECTED_LINKED.name())) {
        lines.addAll(ChosenChecks.LINES);
      }
    }
    return Stream.concat(lines.stream(), ReportSettingLines.LINES.stream()).toList();
  }

  /** What a key stands under: the word before the first dot. */
  static String group(String key) {
    return key.replaceFirst("\\..*", "");
  }

  /** The keys of the group of one that there is not; all groups where there is no such group. */
  static List<String> near(String unknown) {
    List<String> keys = lines().stream().map(SettingLine::name).toList();
    List<String> near =
        keys.stream()
            .filter(key -> group(key).equals(group(unknown)))
            // What a template holds is told where one is read.
            .map(key -> key.replaceFirst("\\[].*", ""))
            .distinct()
            .toList();
    return near.isEmpty() ? keys.stream().map(SettingKeys::group).distinct().toList() : near;
  }
}
