package se.jamlik.pipeline.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an installation may choose; every value has a default.
 *
 * @param scope the municipalities whose inhabitants are counted, and what they are called together
 * @param quality when a delivery or a table stops the night
 * @param protect what may be shown
 * @param groupers the code lists whose conditions are counted in the release
 * @param choices where the field leaves open what is counted
 * @param costs what care costs
 * @param signals what signals are made against
 * @param legal why the data may be used
 * @param operations what those who watch the nights choose; no number of a release depends on it
 * @param buckets how many parts person-level tables are written in
 */
public record Settings(
    Scope scope,
    Quality quality,
    ProtectionRules protect,
    List<String> groupers,
    Choices choices,
    Costs costs,
    Signals signals,
    Legal legal,
    Operations operations,
    int buckets) {

  /** The code lists that conditions may be counted by (measures.md section 2, conditions). */
  public static final List<String> ALL_GROUPERS =
      List.of("calderon60", "multicare46", "ho2022", "barnett40");

  public Settings {
    groupers = List.copyOf(groupers);
  }

  /**
   * Whose inhabitants are counted.
   *
   * @param municipalities by their four digits
   * @param name of the municipalities together, on the reports
   * @param region name of the region, on the reports
   */
  public record Scope(List<String> municipalities, String name, String region) {
    public Scope {
      municipalities = List.copyOf(municipalities);
    }
  }

  /**
   * When the night stops; shares between 0 and 1.
   *
   * @param mostQuarantined of a file's rows, before the night stops
   * @param leastLinked of a table's rows, before the night stops
   * @param expectedLinked of a table's rows, before a warning
   * @param checks what is chosen otherwise than in the definitions, by the name of a check, with
   *     its table and our name of its column where it is for them alone: {@code
   *     on_list.sol.service}
   */
  public record Quality(
      double mostQuarantined,
      double leastLinked,
      double expectedLinked,
      Map<String, CheckSetting> checks) {
    public Quality {
      checks = Map.copyOf(checks);
    }

    public Quality(double mostQuarantined, double leastLinked, double expectedLinked) {
      this(mostQuarantined, leastLinked, expectedLinked, Map.of());
    }
  }

  /**
   * What an installation chooses for a quality check; null where it keeps the definition's.
   *
   * @param threshold the largest share that passes
   */
  public record CheckSetting(@Nullable Double threshold, QualityRule.@Nullable Level level) {
    public Stream<Double> chosenThreshold() {
      return Stream.ofNullable(threshold);
    }

    public Stream<QualityRule.Level> chosenLevel() {
      return Stream.ofNullable(level);
    }
  }

  /**
   * What the contract marks as a choice (measures.md sections 2 and 3).
   *
   * @param conditionOccurrences different days with a diagnosis of a group, before the condition
   *     counts
   * @param stayMainRow which of a hospital stay's rows gives its main diagnosis and its kind of
   *     admission
   * @param unknownDoseDays that a dispensing lasts when its daily doses are not known
   * @param leftOutDrugs first letters of the ATC groups that are no drugs in use
   * @param readmissionExcludes main diagnoses after which no readmission is looked for: categories
   *     of three characters, such as {@code Z51}, or two with a hyphen between
   */
  public record Choices(
      int conditionOccurrences,
      StayRow stayMainRow,
      int unknownDoseDays,
      List<String> leftOutDrugs,
      List<String> readmissionExcludes) {
    public Choices {
      leftOutDrugs = List.copyOf(leftOutDrugs);
      readmissionExcludes = List.copyOf(readmissionExcludes);
    }
  }

  /** A row of a hospital stay, in the order of the stay. */
  public enum StayRow {
    FIRST,
    LAST
  }

  /** What care costs, in whole Swedish kronor (measures.md section 2, cost): placeholders. */
  public record Costs(
      int bedDay,
      int admission,
      int emergencyVisit,
      int outpatientVisit,
      int doctorContact,
      int otherContact,
      int homeCareHour,
      int specialHousingDay,
      int shortStayDay,
      int municipalCareAct) {}

  /**
   * What municipalities are held against.
   *
   * @param reference {@link #SCOPE}, or an area of the reference values, such as riket, where they
   *     have one of the indicator and period
   */
  public record Signals(String reference) {
    public static final String SCOPE = "scope";
  }

  /**
   * Why and how long the data may be used; empty where it has not been told.
   *
   * @param purpose of the use
   * @param basis in law
   * @param decision number of the decision
   * @param eraseBy the day by which the data are to be erased, such as 2030-12-31
   * @param yearsOfLogs that run records and the log of extracts are to be kept
   */
  public record Legal(
      String purpose, String basis, String decision, String eraseBy, int yearsOfLogs) {
    /** What is told where nothing has been. */
    public static final String NOT_GIVEN = "not given";

    /** Patient data's access logs are kept five years at least (HSLF-FS 2016:40); twice that. */
    static final Legal NOTHING = new Legal("", "", "", "", 10);
  }

  /**
   * What those who watch the nights choose.
   *
   * @param oldestReleaseHours how long ago the newest release may have been made or found right
   * @param lineage the file that OpenLineage events are added to; empty for none
   * @param mirror address of the folder that releases are copied to; empty for none
   */
  public record Operations(int oldestReleaseHours, String lineage, String mirror) {
    /** What the names of these settings begin with. */
    public static final String GROUP = "operations.";

    /** A night each day, and two hours for a late one. */
    static final Operations DEFAULT = new Operations(26, "", "");
  }

  /** Settings whose signals are made against the scope, and that tell no legal frame. */
  public Settings(
      Scope scope,
      Quality quality,
      ProtectionRules protect,
      List<String> groupers,
      Choices choices,
      Costs costs,
      int buckets) {
    this(
        scope,
        quality,
        protect,
        groupers,
        choices,
        costs,
        new Signals(Signals.SCOPE),
        Legal.NOTHING,
        Operations.DEFAULT,
        buckets);
  }

  /** The defaults of the contract (measures.md sections 1, 2, 3 and 5, release.md). */
  public static Settings defaults() {
    return new Settings(
        new Scope(
            List.of("2401", "2403", "2404", "2409", "2460", "2480"),
            "Umeåregionen",
            "Region Västerbotten"),
        new Quality(0.05, 0.70, 0.90),
        ProtectionRules.contract(),
        List.of("calderon60"),
        new Choices(1, StayRow.FIRST, 90, List.of("D"), List.of("C00-C97", "Z51", "O00-O99")),
        new Costs(11_000, 10_000, 4_500, 4_000, 2_300, 900, 550, 2_700, 3_400, 700),
        8);
  }

  /** All values by the names that they have in a settings file, in alphabetical order. */
  public SortedMap<String, Object> byName() {
    SortedMap<String, Object> values = new TreeMap<>();
    NightSettings.ALL.forEach(setting -> values.put(setting.name(), setting.told(this)));
    quality
        .checks()
        .forEach(
            (check, chosen) -> {
              String name = "quality.checks." + check;
              chosen.chosenThreshold().forEach(share -> values.put(name + ".threshold", share));
              chosen
                  .chosenLevel()
                  .forEach(
                      level -> values.put(name + ".level", level.name().toLowerCase(Locale.ROOT)));
            });
    return values;
  }

  /** The settings of the legal frame that have not been given, by their names. */
  public List<String> notGiven() {
    return byName().entrySet().stream()
        .filter(setting -> setting.getValue().equals(Legal.NOT_GIVEN))
        .map(Map.Entry::getKey)
        .toList();
  }
}
