package se.jamlik.jobs;

import static se.jamlik.pipeline.vocabulary.Settings.Protect.LEAST_CHANGE;
import static se.jamlik.pipeline.vocabulary.Settings.Protect.LEAST_DENOMINATOR;
import static se.jamlik.pipeline.vocabulary.Settings.Protect.LEAST_NEVER_SHOWN;
import static se.jamlik.pipeline.vocabulary.Settings.Protect.LEAST_SHOWN;
import static se.jamlik.pipeline.vocabulary.Settings.Protect.LEAST_VARIANCE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import se.jamlik.pipeline.protect.PerturbationTable;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.QualityRule;
import se.jamlik.pipeline.vocabulary.Settings;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * Reads the settings: one YAML file whose keys are kebab-case words in groups, such as {@code
 * protect.smallest-shown}. Every key has a default; all problems are told at once.
 */
final class SettingsFile {
  private static final Pattern CHECK_SETTING =
      Pattern.compile("quality\\.checks\\.(.+)\\.(threshold|level)");

  /** Counts are changed at least so much, or there is nothing left of the method. */
  private static final double SMALLEST_VARIANCE = 0.1;

  private final Map<String, Object> values = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  private SettingsFile() {}

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
        : new SettingsFile().settings(file);
  }

  private Chosen settings(Path file) {
    flatten("", load(file));
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    ReportSettings reports = new ReportSettingsReader(folder, problems).settings(values);
    Settings defaults = Settings.defaults();
    Settings settings =
        new Settings(
            new Settings.Scope(
                listed(
                    "scope.municipalities",
                    defaults.scope().municipalities(),
                    code -> code.matches("[0-9]{4}"),
                    "codes of four digits"),
                text("scope.name", defaults.scope().name()),
                text("scope.region", defaults.scope().region())),
            new Settings.Quality(
                share("quality.most-quarantined", defaults.quality().mostQuarantined()),
                share("quality.least-linked", defaults.quality().leastLinked()),
                share("quality.expected-linked", defaults.quality().expectedLinked()),
                checks()),
            protect(defaults.protect()),
            listed(
                "groupers", defaults.groupers(), Settings.ALL_GROUPERS::contains, "known groupers"),
            choices(defaults.choices()),
            costs(defaults.costs()),
            new Settings.Signals(name("signals.reference", defaults.signals().reference())),
            legal(defaults.legal()),
            new Settings.Operations(
                whole(
                    "operations.oldest-release-hours",
                    defaults.operations().oldestReleaseHours(),
                    1,
                    10_000),
                text("operations.lineage", defaults.operations().lineage()).strip()),
            whole("buckets", defaults.buckets(), 1, 1024));
    values.keySet().forEach(key -> problems.add(key + ": no such setting"));
    if (!problems.isEmpty()) {
      throw new UserError(
          ExitCode.SETTINGS,
          "Cannot use settings %s: %d problems.%n%s"
              .formatted(file.getFileName(), problems.size(), String.join("\n", problems)));
    }
    return new Chosen(settings, reports);
  }

  /**
   * Protection may be made stronger than the contract's. It is weaker only where {@code
   * protect.unsafe} says so too, and never none: counts are always changed.
   */
  private Settings.Protect protect(Settings.Protect defaults) {
    boolean isUnsafe = truth("protect.unsafe");
    int shown = strong("smallest-shown", defaults.smallestShown(), isUnsafe ? 1 : LEAST_SHOWN, 100);
    int denominator =
        strong(
            "smallest-denominator",
            defaults.smallestDenominator(),
            isUnsafe ? 1 : LEAST_DENOMINATOR,
            1000);
    int change =
        strong("largest-change", defaults.largestChange(), isUnsafe ? 1 : LEAST_CHANGE, 20);
    double variance =
        isUnsafe
            ? variance(defaults, SMALLEST_VARIANCE, "a number from 0.1 to 20")
            : variance(defaults, LEAST_VARIANCE, "a number from 3 to 20");
    int never = strong("never-shown", defaults.neverShown(), isUnsafe ? 0 : LEAST_NEVER_SHOWN, 4);
    try {
      Settings.Protect chosen =
          new Settings.Protect(shown, denominator, change, variance, never, isUnsafe);
      if (!PerturbationTable.isPossible(chosen)) {
        problems.add(
            "protect: expected a variance that largest-change is above and never-shown leaves room for");
      }
      return chosen;
    } catch (IllegalArgumentException e) {
      problems.add("protect.unsafe: expected a setting that is weaker than the contract's");
      return defaults;
    }
  }

  private int strong(String key, int byDefault, int from, int to) {
    return whole("protect." + key, byDefault, from, to);
  }

  private double variance(Settings.Protect defaults, double least, String expected) {
    return number(
        "protect.variance", defaults.variance(), value -> value >= least && value <= 20, expected);
  }

  private boolean truth(String key) {
    Object value = values.remove(key);
    if (value != null && !(value instanceof Boolean)) {
      problems.add(key + ": expected true or false");
    }
    return Boolean.TRUE.equals(value);
  }

  private Settings.Choices choices(Settings.Choices defaults) {
    return new Settings.Choices(
        whole("choices.condition-occurrences", defaults.conditionOccurrences(), 1, 100),
        stayRow("choices.stay-main-row", defaults.stayMainRow()),
        whole("choices.unknown-dose-days", defaults.unknownDoseDays(), 1, 120),
        some(
            "choices.left-out-drugs",
            defaults.leftOutDrugs(),
            letter -> letter.matches("[A-Z]"),
            "letters of ATC groups"),
        some(
            "choices.readmission-excludes",
            defaults.readmissionExcludes(),
            range -> range.matches("[A-Z][0-9]{2}(-[A-Z][0-9]{2})?"),
            "ICD-10 categories such as Z51 or C00-C97"));
  }

  private Settings.Legal legal(Settings.Legal defaults) {
    return new Settings.Legal(
        text("legal.purpose", defaults.purpose()).strip(),
        text("legal.basis", defaults.basis()).strip(),
        text("legal.decision", defaults.decision()).strip(),
        day("legal.erase-by", defaults.eraseBy()),
        whole("legal.years-of-logs", defaults.yearsOfLogs(), 5, 100));
  }

  /** YAML reads a bare day as an instant at midnight UTC. */
  private String day(String key, String byDefault) {
    Object value = values.remove(key);
    if (value == null) {
      return byDefault;
    }
    try {
      return value instanceof Date date
          ? LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC).toString()
          : LocalDate.parse(value.toString()).toString();
    } catch (DateTimeParseException e) {
      problems.add(key + ": expected a day such as 2030-12-31");
      return byDefault;
    }
  }

  private Settings.Costs costs(Settings.Costs defaults) {
    return new Settings.Costs(
        kronor("bed-day", defaults.bedDay()),
        kronor("admission", defaults.admission()),
        kronor("emergency-visit", defaults.emergencyVisit()),
        kronor("outpatient-visit", defaults.outpatientVisit()),
        kronor("doctor-contact", defaults.doctorContact()),
        kronor("other-contact", defaults.otherContact()),
        kronor("home-care-hour", defaults.homeCareHour()),
        kronor("special-housing-day", defaults.specialHousingDay()),
        kronor("short-stay-day", defaults.shortStayDay()),
        kronor("municipal-care-act", defaults.municipalCareAct()));
  }

  private int kronor(String key, int byDefault) {
    return whole("costs." + key, byDefault, 0, 1_000_000);
  }

  private Settings.StayRow stayRow(String key, Settings.StayRow byDefault) {
    String row = text(key, byDefault.name().toLowerCase(Locale.ROOT));
    return switch (row) {
      case "first" -> Settings.StayRow.FIRST;
      case "last" -> Settings.StayRow.LAST;
      default -> {
        problems.add(key + ": expected first or last");
        yield byDefault;
      }
    };
  }

  private static Object load(Path file) {
    try {
      Object loaded =
          new Yaml(new SafeConstructor(new LoaderOptions()))
              .load(Files.readString(file, StandardCharsets.UTF_8));
      return loaded == null ? Map.of() : loaded;
    } catch (NoSuchFileException e) {
      throw new UserError(
          ExitCode.SETTINGS, "Cannot read settings: there is no file %s.".formatted(file), e);
    } catch (IOException | YAMLException e) {
      throw new UserError(
          ExitCode.SETTINGS,
          "Cannot read settings %s: it is no YAML file in UTF-8.".formatted(file.getFileName()),
          e);
    }
  }

  private void flatten(String prefix, Object value) {
    if (value instanceof Map<?, ?> group) {
      group.forEach(
          (key, inner) -> flatten(prefix.isEmpty() ? "" + key : prefix + "." + key, inner));
    } else if (value != null) {
      values.put(prefix, value);
    }
  }

  /** A list with at least one element. */
  private List<String> listed(
      String key, List<String> byDefault, Predicate<String> isAllowed, String expected) {
    List<String> elements = some(key, byDefault, isAllowed, expected);
    if (elements.isEmpty()) {
      problems.add(key + ": expected a list of " + expected);
      return byDefault;
    }
    return elements;
  }

  /** A list that may be empty. */
  private List<String> some(
      String key, List<String> byDefault, Predicate<String> isAllowed, String expected) {
    Object value = values.remove(key);
    if (value == null) {
      return byDefault;
    }
    if (value instanceof List<?> list
        && list.stream().map(String::valueOf).allMatch(isAllowed)
        && list.stream().distinct().count() == list.size()) {
      return list.stream().map(String::valueOf).toList();
    }
    problems.add(key + ": expected a list of " + expected);
    return byDefault;
  }

  /** What is chosen for quality checks: {@code quality.checks.<check>.threshold} and so on. */
  private Map<String, Settings.CheckSetting> checks() {
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
                        chosenShare("quality.checks." + check + ".threshold"),
                        chosenLevel("quality.checks." + check + ".level"))));
    return checks;
  }

  private @Nullable Double chosenShare(String key) {
    return values.containsKey(key) ? share(key, 0) : null;
  }

  private QualityRule.@Nullable Level chosenLevel(String key) {
    Object value = values.remove(key);
    if (value == null) {
      return null;
    }
    return Stream.of(QualityRule.Level.values())
        .filter(level -> level.name().toLowerCase(Locale.ROOT).equals(value))
        .findFirst()
        .orElseGet(
            () -> {
              problems.add(key + ": expected error, warning or note");
              return QualityRule.Level.NOTE;
            });
  }

  private String text(String key, String byDefault) {
    Object value = values.remove(key);
    return value == null ? byDefault : value.toString();
  }

  private String name(String key, String byDefault) {
    String name = text(key, byDefault);
    if (name.isBlank()) {
      problems.add(key + ": expected scope, or an area of the reference values such as riket");
    }
    return name;
  }

  private double share(String key, double byDefault) {
    return number(key, byDefault, value -> value >= 0 && value <= 1, "a share from 0 to 1");
  }

  private int whole(String key, int byDefault, int from, int to) {
    return (int)
        number(
            key,
            byDefault,
            value -> value == Math.rint(value) && value >= from && value <= to,
            "a whole number from " + from + " to " + to);
  }

  private double number(
      String key, double byDefault, Predicate<Double> isAllowed, String expected) {
    Object value = values.remove(key);
    if (value == null) {
      return byDefault;
    }
    if (value instanceof Number number && isAllowed.test(number.doubleValue())) {
      return number.doubleValue();
    }
    problems.add(key + ": expected " + expected);
    return byDefault;
  }
}
