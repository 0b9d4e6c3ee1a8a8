package se.jamlik.jobs;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.protect.PerturbationTable;
import se.jamlik.pipeline.vocabulary.NightSettings;
import se.jamlik.pipeline.vocabulary.ProtectionRules;
import se.jamlik.pipeline.vocabulary.Setting;
import se.jamlik.pipeline.vocabulary.SettingForm;
import se.jamlik.pipeline.vocabulary.Settings;

/**
 * Reads the settings: one YAML file whose keys are kebab-case words in groups, such as {@code
 * protect.smallest-shown}. Every key has a default; all problems are told at once.
 */
final class SettingsFile {
  private final SettingProblems problems = new SettingProblems();
  private final Path file;
  private final Map<String, Object> values;
  private boolean isUnsafe;

  private SettingsFile(Path file) {
    this.file = file;
    this.values = FlatSettings.read(file, problems);
  }

  /** What a file chooses for the night, and for the reports. */
  record Chosen(Settings night, ReportSettings reports) {}

  /** The settings of a file, or the defaults when no file is given. */
  static Settings read(@Nullable Path file) {
    return chosen(file).night();
  }

  /** The same with what is chosen for the reports. */
  static Chosen chosen(@Nullable Path file) {
    return file == null
        ? new Chosen(Settings.defaults(), ReportSettings.defaults())
        : new SettingsFile(file).settings();
  }

  private Chosen settings() {
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    ReportSettings reports = new ReportSettingsReader(folder, problems).settings(values);
    Settings settings =
        new Settings(
            new Settings.Scope(
                chosen(NightSettings.MUNICIPALITIES),
                chosen(NightSettings.SCOPE_NAME),
                chosen(NightSettings.REGION)),
            new Settings.Quality(
                chosen(NightSettings.MOST_QUARANTINED),
                chosen(NightSettings.LEAST_LINKED),
                chosen(NightSettings.EXPECTED_LINKED),
                new ChosenChecks(values, problems).byName()),
            protect(),
            chosen(NightSettings.GROUPERS),
            choices(),
            costs(),
            new Settings.Signals(chosen(NightSettings.REFERENCE)),
            legal(),
            new Settings.Operations(
                chosen(NightSettings.OLDEST_RELEASE_HOURS),
                chosen(NightSettings.LINEAGE),
                chosen(NightSettings.MIRROR)),
            chosen(NightSettings.BUCKETS));
    values.keySet().forEach(key -> problems.unknown(key, SettingKeys.near(key)));
    problems.refuse(file);
    return new Chosen(settings, reports);
  }

  /**
   * Protection may be made stronger than the contract's. It is weaker only where {@code
   * protect.unsafe} says so too, and never none: counts are always changed.
   */
  private ProtectionRules protect() {
    isUnsafe = chosen(NightSettings.UNSAFE);
    int shown = chosen(NightSettings.SMALLEST_SHOWN);
    int denominator = chosen(NightSettings.SMALLEST_DENOMINATOR);
    int change = chosen(NightSettings.LARGEST_CHANGE);
    double variance = chosen(NightSettings.VARIANCE);
    int never = chosen(NightSettings.NEVER_SHOWN);
    try {
      ProtectionRules chosen =
          new ProtectionRules(shown, denominator, change, variance, never, isUnsafe);
      if (!PerturbationTable.isPossible(chosen)) {
        problems.about(
            "protect",
            "expected a variance that largest-change is above and never-shown leaves room for, found variance %s, largest-change %d and never-shown %d"
                .formatted(variance, change, never));
      }
      return chosen;
    } catch (IllegalArgumentException e) {
      problems.about(
          "protect.unsafe", "expected a setting that is weaker than the contract's, found none");
      return Settings.defaults().protect();
    }
  }

  private Settings.Choices choices() {
    return new Settings.Choices(
        chosen(NightSettings.CONDITION_OCCURRENCES),
        chosen(NightSettings.STAY_MAIN_ROW),
        chosen(NightSettings.UNKNOWN_DOSE_DAYS),
        chosen(NightSettings.LEFT_OUT_DRUGS),
        chosen(NightSettings.READMISSION_EXCLUDES));
  }

  private Settings.Costs costs() {
    return new Settings.Costs(
        chosen(NightSettings.BED_DAY),
        chosen(NightSettings.ADMISSION),
        chosen(NightSettings.EMERGENCY_VISIT),
        chosen(NightSettings.OUTPATIENT_VISIT),
        chosen(NightSettings.DOCTOR_CONTACT),
        chosen(NightSettings.OTHER_CONTACT),
        chosen(NightSettings.HOME_CARE_HOUR),
        chosen(NightSettings.SPECIAL_HOUSING_DAY),
        chosen(NightSettings.SHORT_STAY_DAY),
        chosen(NightSettings.MUNICIPAL_CARE_ACT));
  }

  private Settings.Legal legal() {
    return new Settings.Legal(
        chosen(NightSettings.PURPOSE),
        chosen(NightSettings.BASIS),
        chosen(NightSettings.DECISION),
        chosen(NightSettings.ERASE_BY),
        chosen(NightSettings.YEARS_OF_LOGS));
  }

  /** Takes a value out of the file's, or the default where it has none. */
  private <T> T chosen(Setting<T> setting) {
    Object value = values.remove(setting.name());
    if (value == null) {
      return setting.byDefault();
    }
    SettingForm<T> form = isUnsafe ? setting.whenUnsafe() : setting.form();
    return form.read()
        .apply(value)
        .orElseGet(
            () -> {
              problems.wrong(setting.name(), form.expected(), value);
              return setting.byDefault();
            });
  }
}
