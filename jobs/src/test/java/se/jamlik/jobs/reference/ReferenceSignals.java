package se.jamlik.jobs.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;
import se.jamlik.jobs.reference.ReferenceStatistics.Kind;
import se.jamlik.jobs.reference.ReferenceTables.IndicatorValue;
import se.jamlik.jobs.reference.ReferenceTables.Signal;

/** Makes the rows of signal from the exact values: funnels of municipalities, and trends. */
final class ReferenceSignals {
  private static final double Z_998 = 3.090232306167813;
  private static final double TAIL_95 = 0.025;
  private static final double TAIL_998 = 0.001;
  private static final double ACCURACY = 1e-13;

  /** A standard error that is less of its value is what rounding left of none. */
  private static final double ROUNDING = 1e-9;

  private final Function<IndicatorValue, @Nullable Double> errors;
  private final List<Signal> rows = new ArrayList<>();

  private record Limits(double low, double high) {}

  /**
   * @param errors the standard error of a value, null when it has none
   */
  ReferenceSignals(List<IndicatorValue> values, Function<IndicatorValue, @Nullable Double> errors) {
    this.errors = errors;
    for (ReferenceIndicator indicator : ReferenceIndicatorTable.all()) {
      if (indicator.measure().kind() != Kind.SHARE) {
        add(
            indicator,
            values.stream().filter(row -> row.indicator().equals(indicator.id())).toList());
      }
    }
  }

  List<Signal> rows() {
    return rows;
  }

  private void add(ReferenceIndicator indicator, List<IndicatorValue> values) {
    Map<String, IndicatorValue> scopes = new TreeMap<>();
    Map<String, Map<String, IndicatorValue>> courses = new TreeMap<>();
    List<IndicatorValue> municipalities = new ArrayList<>();
    for (IndicatorValue row : values) {
      boolean isOfAll =
          row.sex().equals("all")
              && row.ageGroup().equals("all")
              && row.dimension().equals("none")
              && row.standard().equals("crude");
      boolean isScope = row.areaLevel().equals("scope");
      boolean isWhole = isScope || row.areaLevel().equals("municipality");
      if (!isOfAll || !isWhole) {
        continue;
      }
      if (isScope) {
        scopes.put(row.period(), row);
      } else {
        municipalities.add(row);
      }
      if (!row.period().startsWith("R12")) {
        courses.computeIfAbsent(row.area(), any -> new TreeMap<>()).put(row.period(), row);
      }
    }
    municipalities.forEach(row -> addFunnel(indicator, row, scopes.get(row.period())));
    courses.values().forEach(this::addTrend);
  }

  private void addFunnel(
      ReferenceIndicator indicator, IndicatorValue row, @Nullable IndicatorValue scope) {
    Map<String, IndicatorValue> inputs = new LinkedHashMap<>();
    inputs.put(row.area(), row);
    if (scope != null) {
      inputs.put("scope", scope);
    }
    List<String> why = scope == null ? List.of("no value (scope)") : whyNone(inputs);
    Double error = errors.apply(row);
    boolean isNormal =
        indicator.measure().kind() == Kind.RATIO || indicator.measure().kind() == Kind.MEAN;
    if (why.isEmpty() && isNormal && error == null) {
      why = List.of("no standard error");
    }
    if (!why.isEmpty()) {
      rows.add(without(row, row.period(), "funnel", reasons(why, inputs)));
      return;
    }
    double value = Objects.requireNonNull(row.value());
    double reference = Objects.requireNonNull(Objects.requireNonNull(scope).value());
    Chance chance =
        new Chance(
            indicator.measure().kind(),
            Objects.requireNonNull(row.denominator()),
            indicator.measure().multiplier(),
            error == null ? 0 : error);
    Limits inner = chance.around(reference, ReferenceStatistics.Z, TAIL_95);
    Limits outer = chance.around(reference, Z_998, TAIL_998);
    boolean isAlike = isNormal && Objects.requireNonNull(error) <= ROUNDING * value;
    rows.add(
        new Signal(
            row.indicator(),
            row.period(),
            row.area(),
            "funnel",
            value,
            reference,
            inner.low(),
            inner.high(),
            outer.low(),
            outer.high(),
            isAlike
                ? "not_judged"
                : verdict(
                    reference,
                    chance.around(value, ReferenceStatistics.Z, TAIL_95),
                    chance.around(value, Z_998, TAIL_998)),
            "shown",
            reasons(isAlike ? List.of("no variation between persons") : List.of(), inputs)));
  }

  /** Whether the value's own limits of 95 and 99.8 percent leave the reference out. */
  private static String verdict(double reference, Limits own, Limits wide) {
    boolean isAbove = own.low() > reference;
    boolean isBelow = own.high() < reference;
    if (!isAbove && !isBelow) {
      return "within";
    }
    boolean isFar = wide.low() > reference || wide.high() < reference;
    return (isAbove ? "above" : "below") + (isFar ? "_998" : "_95");
  }

  /** What chance does to a value of a place with a denominator. */
  private record Chance(Kind kind, double denominator, double multiplier, double error) {
    Limits around(double value, double z, double tail) {
      return switch (kind) {
        case RATE -> poisson(value / multiplier * denominator, tail, multiplier / denominator);
        case PROPORTION -> wilson(value / multiplier, denominator, z, multiplier);
        default -> normal(value, z * error);
      };
    }
  }

  private static Limits normal(double middle, double width) {
    return new Limits(Math.max(0, middle - width), middle + width);
  }

  private static Limits poisson(double expected, double tail, double scale) {
    double low =
        expected == 0
            ? 0
            : new ChiSquaredDistribution(null, 2 * expected, ACCURACY)
                    .inverseCumulativeProbability(tail)
                / 2;
    double high =
        new ChiSquaredDistribution(null, 2 * expected + 2, ACCURACY)
                .inverseCumulativeProbability(1 - tail)
            / 2;
    return new Limits(low * scale, high * scale);
  }

  private static Limits wilson(double share, double n, double z, double multiplier) {
    double centre = (share + z * z / (2 * n)) / (1 + z * z / n);
    double half = z / (1 + z * z / n) * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    return new Limits(
        share == 0 ? 0 : (centre - half) * multiplier,
        share == 1 ? multiplier : (centre + half) * multiplier);
  }

  private void addTrend(Map<String, IndicatorValue> years) {
    List<IndicatorValue> inOrder = List.copyOf(years.values());
    IndicatorValue first = inOrder.get(0);
    String period = first.period() + "-" + inOrder.get(inOrder.size() - 1).period();
    List<String> why = inOrder.size() < 3 ? List.of("fewer than 3 years") : whyNone(years);
    if (why.isEmpty()) {
      why = named("no logarithm of 0", years, row -> Objects.requireNonNull(row.value()) == 0);
    }
    if (why.isEmpty()) {
      why =
          named(
              "no standard error",
              years,
              row -> {
                Double error = errors.apply(row);
                return error == null || error <= ROUNDING * Objects.requireNonNull(row.value());
              });
    }
    if (!why.isEmpty()) {
      rows.add(without(first, period, "trend", reasons(why, years)));
      return;
    }
    // The normal equations of a line through the logarithms, years counted from the first.
    double w = 0;
    double wx = 0;
    double wxx = 0;
    double wy = 0;
    double wxy = 0;
    for (IndicatorValue row : inOrder) {
      double value = Objects.requireNonNull(row.value());
      double relative = Objects.requireNonNull(errors.apply(row)) / value;
      double weight = 1 / (relative * relative);
      double x = Integer.parseInt(row.period()) - Integer.parseInt(first.period());
      w += weight;
      wx += weight * x;
      wxx += weight * x * x;
      wy += weight * Math.log(value);
      wxy += weight * x * Math.log(value);
    }
    double determinant = w * wxx - wx * wx;
    double slope = (w * wxy - wx * wy) / determinant;
    double error = Math.sqrt(w / determinant);
    double low = slope - ReferenceStatistics.Z * error;
    double high = slope + ReferenceStatistics.Z * error;
    String verdict = low > 0 ? "rising" : high < 0 ? "falling" : "no_trend";
    rows.add(
        new Signal(
            first.indicator(),
            period,
            first.area(),
            "trend",
            slope,
            0.0,
            low,
            high,
            slope - Z_998 * error,
            slope + Z_998 * error,
            verdict,
            "shown",
            reasons(List.of(), years)));
  }

  /** Exact values are there or are not computed; the years or areas that are not are named. */
  private static List<String> whyNone(Map<String, IndicatorValue> inputs) {
    Map<String, List<String>> lacking = new LinkedHashMap<>();
    inputs.forEach(
        (name, row) -> {
          if (row.value() == null) {
            String own =
                String.join("; ", parts(row).stream().filter(part -> !isCommon(part)).toList());
            lacking.computeIfAbsent(own, any -> new ArrayList<>()).add(name);
          }
        });
    List<String> words = new ArrayList<>();
    lacking.forEach((why, names) -> words.add(why + " (" + String.join(", ", names) + ")"));
    return words;
  }

  private static List<String> named(
      String why, Map<String, IndicatorValue> inputs, Function<IndicatorValue, Boolean> isSo) {
    List<String> names =
        inputs.entrySet().stream()
            .filter(entry -> isSo.apply(entry.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return names.isEmpty() ? List.of() : List.of(why + " (" + String.join(", ", names) + ")");
  }

  private static List<String> parts(IndicatorValue row) {
    return row.reason() == null ? List.of() : List.of(row.reason().split("; "));
  }

  /** What is said of a value that is there, too. */
  private static boolean isCommon(String part) {
    return part.startsWith("without ") || part.startsWith("look-back ");
  }

  private static @Nullable String reasons(List<String> own, Map<String, IndicatorValue> inputs) {
    Set<String> all = new LinkedHashSet<>(own);
    inputs
        .values()
        .forEach(row -> parts(row).stream().filter(ReferenceSignals::isCommon).forEach(all::add));
    return all.isEmpty() ? null : String.join("; ", all);
  }

  private static Signal without(
      IndicatorValue row, String period, String kind, @Nullable String reason) {
    return new Signal(
        row.indicator(),
        period,
        row.area(),
        kind,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        "not_computed",
        reason);
  }
}
