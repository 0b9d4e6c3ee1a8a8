package se.jamlik.jobs.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.jamlik.jobs.reference.ReferenceInequality.Group;
import se.jamlik.jobs.reference.ReferenceTables.Equity;
import se.jamlik.jobs.reference.ReferenceTables.EquityLimits;
import se.jamlik.jobs.reference.ReferenceTables.IndicatorValue;

/** Makes the rows of equity, and the limits that have a closed form, from the exact values. */
final class ReferenceEquity {
  private static final List<String> ENDS = List.of("difference", "ratio");
  private static final List<String> LINE = List.of("sii", "rii", "aci", "rci");
  private static final List<String> SPREAD =
      List.of("par", "paf", "bgv", "bgsd", "idis", "theil", "mld");
  private static final Map<String, List<String>> GROUPS =
      Map.of(
          "income_quintile", List.of("1", "2", "3", "4", "5"),
          "education", List.of("low", "medium", "high"),
          "birth_region", List.of("abroad", "sweden"),
          "sex", List.of("women", "men"));

  private final Function<IndicatorValue, @Nullable Double> errors;
  private final List<String> municipalities;
  private final Map<Key, Map<String, IndicatorValue>> values = new LinkedHashMap<>();
  private final List<Equity> rows = new ArrayList<>();
  private final List<EquityLimits> limits = new ArrayList<>();

  private record Key(
      String indicator,
      String period,
      String areaLevel,
      String area,
      String dimension,
      String standard) {}

  /**
   * @param errors the standard error of a value, null when it has none
   */
  ReferenceEquity(
      List<IndicatorValue> indicatorValues,
      Function<IndicatorValue, @Nullable Double> errors,
      Collection<String> scope) {
    this.errors = errors;
    municipalities = List.copyOf(new TreeSet<>(scope));
    indicatorValues.stream().filter(row -> !row.indicator().startsWith("HNHC")).forEach(this::sort);
    values.keySet().forEach(this::add);
  }

  List<Equity> rows() {
    return rows;
  }

  List<EquityLimits> limits() {
    return limits;
  }

  private void sort(IndicatorValue row) {
    boolean isWhole = row.areaLevel().equals("scope") || row.areaLevel().equals("municipality");
    if (!isWhole || !row.ageGroup().equals("all")) {
      return;
    }
    boolean isOfSex = !row.sex().equals("all");
    boolean isOfDimension = !row.dimension().equals("none");
    if (isOfDimension && !isOfSex) {
      put(row, row.areaLevel(), row.area(), row.dimension(), row.category());
    } else if (isOfSex && !isOfDimension) {
      put(row, row.areaLevel(), row.area(), "sex", row.sex());
    } else if (!isOfSex && row.areaLevel().equals("municipality")) {
      put(row, "scope", "scope", "municipality", row.area());
    }
  }

  private void put(
      IndicatorValue row, String areaLevel, String area, String dimension, String group) {
    Key key = new Key(row.indicator(), row.period(), areaLevel, area, dimension, row.standard());
    values.computeIfAbsent(key, any -> new TreeMap<>()).put(group, row);
  }

  private List<String> groups(String dimension) {
    return GROUPS.getOrDefault(dimension, municipalities);
  }

  private static List<String> measures(String dimension) {
    List<String> measures = new ArrayList<>();
    if (!dimension.equals("municipality")) {
      measures.addAll(ENDS);
    }
    if (dimension.equals("income_quintile") || dimension.equals("education")) {
      measures.addAll(LINE);
    }
    measures.addAll(SPREAD);
    return measures;
  }

  private void add(Key key) {
    Map<String, IndicatorValue> found = Objects.requireNonNull(values.get(key));
    List<String> groups = groups(key.dimension());
    if (groups.stream().noneMatch(found::containsKey)) {
      return;
    }
    Set<String> common = new LinkedHashSet<>();
    Map<String, List<String>> lacking = new LinkedHashMap<>();
    for (String group : groups) {
      IndicatorValue row = found.get(group);
      String why = why(row, common);
      if (row == null || row.value() == null) {
        lacking.computeIfAbsent(why, any -> new ArrayList<>()).add(group);
      }
    }
    if (lacking.isEmpty()) {
      addComputed(key, found, common);
      return;
    }
    List<String> reasons = new ArrayList<>();
    lacking.forEach((why, of) -> reasons.add(why + " (" + String.join(", ", of) + ")"));
    for (String measure : measures(key.dimension())) {
      addRow(key, measure, null, joined(reasons, common));
    }
  }

  /** Why a row has no value; what goes with every value is put aside. */
  private static String why(@Nullable IndicatorValue row, Set<String> common) {
    if (row == null) {
      return "no value";
    }
    List<String> own = new ArrayList<>();
    for (String part :
        row.reason() == null ? List.<String>of() : List.of(row.reason().split("; "))) {
      if (part.startsWith("without ") || part.startsWith("look-back ")) {
        common.add(part);
      } else {
        own.add(part);
      }
    }
    return String.join("; ", own);
  }

  private void addComputed(Key key, Map<String, IndicatorValue> found, Set<String> common) {
    List<Group> compared = new ArrayList<>();
    for (String group : groups(key.dimension())) {
      IndicatorValue row = Objects.requireNonNull(found.get(group));
      compared.add(
          new Group(
              Objects.requireNonNull(row.value()),
              Objects.requireNonNull(crudeDenominator(key, group)),
              errors.apply(row)));
    }
    ReferenceInequality inequality =
        new ReferenceInequality(compared, isHigherBetter(key.indicator()));
    for (String measure : measures(key.dimension())) {
      String undefined = inequality.whyUndefined(measure);
      if (undefined == null) {
        addRow(key, measure, inequality.value(measure), joined(List.of(), common));
      } else {
        addRow(key, measure, null, joined(List.of(undefined), common));
      }
      if (ENDS.contains(measure)) {
        double @Nullable [] closed = undefined == null ? inequality.limits(measure) : null;
        limits.add(
            new EquityLimits(
                key.indicator(),
                key.period(),
                key.areaLevel(),
                key.area(),
                "all",
                key.dimension(),
                key.standard(),
                measure,
                closed == null ? null : closed[0],
                closed == null ? null : closed[1]));
      }
    }
  }

  private static boolean isHigherBetter(String indicator) {
    return Set.of("SIPCORE", "TTFV72", "PCFU14", "FLK", "COC", "SECON", "UPC50")
        .contains(indicator);
  }

  private static List<String> joined(List<String> first, Set<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private void addRow(Key key, String measure, @Nullable Double value, List<String> reasons) {
    rows.add(
        new Equity(
            key.indicator(),
            key.period(),
            key.areaLevel(),
            key.area(),
            "all",
            key.dimension(),
            key.standard(),
            measure,
            value,
            groups(key.dimension()).size(),
            missingShare(key),
            value == null ? "not_computed" : "shown",
            reasons.isEmpty() ? null : String.join("; ", reasons)));
  }

  /** The denominator of those whose group is missing over that of all but those under 25. */
  private @Nullable Double missingShare(Key key) {
    if (!crude(key).containsKey("missing")) {
      return 0.0;
    }
    Double missing = crudeDenominator(key, "missing");
    double all = missing == null ? 0 : missing;
    for (String group : groups(key.dimension())) {
      Double denominator = crudeDenominator(key, group);
      if (denominator == null || missing == null) {
        return null;
      }
      all += denominator;
    }
    return Objects.requireNonNull(missing) / all;
  }

  private Map<String, IndicatorValue> crude(Key key) {
    return values.getOrDefault(
        new Key(
            key.indicator(), key.period(), key.areaLevel(), key.area(), key.dimension(), "crude"),
        Map.of());
  }

  private @Nullable Double crudeDenominator(Key key, String group) {
    IndicatorValue row = crude(key).get(group);
    return row == null ? Double.valueOf(0) : row.denominator();
  }
}
