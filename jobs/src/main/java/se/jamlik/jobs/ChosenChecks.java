package se.jamlik.jobs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.QualityRule;
import se.jamlik.pipeline.vocabulary.SettingLine;
import se.jamlik.pipeline.vocabulary.Settings;

/** What a settings file chooses for quality checks, whose names are those of the definitions. */
record ChosenChecks(Map<String, Object> values, SettingProblems problems) {
  /** What the page of the settings tells of them. */
  static final List<SettingLine> LINES =
      List.of(
          new SettingLine(
              "quality.checks.<check>.threshold",
              "a share from 0 to 1",
              "as the check's definition",
              "share of what is checked",
              "The largest share that passes; <check> may end with .<table> or .<table>.<column>."),
          new SettingLine(
              "quality.checks.<check>.level",
              "error, warning or note",
              "as the check's definition",
              "",
              "Whether a check that fails stops the night, warns, or is only told."));

  private static final Pattern CHECK_SETTING =
      Pattern.compile("quality\\.checks\\.(.+)\\.(threshold|level)");

  /** Takes them out of all values. */
  Map<String, Settings.CheckSetting> byName() {
    Map<String, Settings.CheckSetting> checks = new TreeMap<>();
    List.copyOf(values.keySet()).stream()
        .map(CHECK_SETTING::matcher)
        .filter(Matcher::matches)
        .map(setting -> setting.group(1))
        .distinct()
        .forEach(
            check ->
                checks.put(
                    check,
                    new Settings.CheckSetting(
                        threshold("quality.checks." + check + ".threshold"),
                        level("quality.checks." + check + ".level"))));
    return checks;
  }

  private @Nullable Double threshold(String key) {
    Object value = values.remove(key);
    if (value == null) {
      return null;
    }
    if (value instanceof Number share && share.doubleValue() >= 0 && share.doubleValue() <= 1) {
      return share.doubleValue();
    }
    problems.wrong(key, "a share from 0 to 1", value);
    return 0.0;
  }

  private QualityRule.@Nullable Level level(String key) {
    Object value = values.remove(key);
    if (value == null) {
      return null;
    }
    return Stream.of(QualityRule.Level.values())
        .filter(level -> level.name().toLowerCase(Locale.ROOT).equals(value))
        .findFirst()
        .orElseGet(
            () -> {
              problems.wrong(key, "error, warning or note", value);
              return QualityRule.Level.NOTE;
            });
  }
}
