package se.jamlik.pipeline.measure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The course of an area's value over the calendar years.
 *
 * @param years one value a year, in the order of the years; not empty
 */
record TrendSignal(List<IndicatorValue> years) {
  /** Two points lie on a line whatever they are. */
  private static final int FEWEST_YEARS = 3;

  Signal row() {
    SignalInputs inputs = new SignalInputs();
    years.forEach(value -> inputs.with(value.source().cell().period(), value));
    Optional<SignalInputs.Why> why = why(inputs);
    return new Signal(
        years.get(0).source().indicator().id(),
        "%d-%d".formatted(year(years.get(0)), year(years.get(years.size() - 1))),
        years.get(0).source().cell().area(),
        Signal.Kind.TREND,
        why.isPresent() ? Optional.empty() : Optional.of(numbers()),
        why.map(SignalInputs.Why::status).orElse(Status.SHOWN),
        inputs.reasons(why.map(SignalInputs.Why::words).orElse(List.of())));
  }

  private Optional<SignalInputs.Why> why(SignalInputs inputs) {
    if (years.size() < FEWEST_YEARS) {
      return Optional.of(
          SignalInputs.Why.notComputed("fewer than %d years".formatted(FEWEST_YEARS)));
    }
    return inputs
        .whyNotShown()
        .or(() -> inputs.whyNotComputed(year -> isNothing(year.value()), "no logarithm of 0"))
        .or(() -> inputs.whyNotComputed(year -> isNothing(year.error()), "no standard error"));
  }

  private static boolean isNothing(@Nullable Double number) {
    return number == null || number == 0;
  }

  private Signal.Numbers numbers() {
    Trend trend =
        Trend.of(
            years.stream()
                .map(
                    value ->
                        new Trend.Point(
                            year(value),
                            Objects.requireNonNull(value.value()),
                            Objects.requireNonNull(value.error())))
                .toList());
    Interval limits = trend.limits(Interval.Z);
    boolean isSure = limits.low() > 0 || limits.high() < 0;
    String sign = trend.slope() > 0 ? "rising" : "falling";
    return new Signal.Numbers(
        trend.slope(), 0, limits, trend.limits(FunnelLimits.Z_998), isSure ? sign : "no_trend");
  }

  private static int year(IndicatorValue value) {
    return Integer.parseInt(value.source().cell().period());
  }
}
