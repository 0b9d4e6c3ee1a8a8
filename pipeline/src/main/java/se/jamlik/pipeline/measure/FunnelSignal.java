package se.jamlik.pipeline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;
import se.jamlik.pipeline.vocabulary.ReferenceValue;

/**
 * An area's value held against the scope's, or against a value from elsewhere.
 *
 * @param value of the area
 * @param scope null where nobody of the scope is counted
 * @param elsewhere null where the scope is what counts
 */
record FunnelSignal(
    IndicatorValue value, @Nullable IndicatorValue scope, @Nullable ReferenceValue elsewhere) {
  private static final String NO_VARIATION = "no variation between persons";

  Signal row() {
    SignalInputs inputs = new SignalInputs().with(value.source().cell().area(), value);
    if (elsewhere != null) {
      return inputs
          .whyNotShown()
          .map(why -> row(inputs, why))
          .orElseGet(
              () -> against(inputs, elsewhere.value(), List.of("against " + elsewhere.area())));
    }
    if (scope == null) {
      return row(inputs, SignalInputs.Why.notComputed("no value (%s)".formatted(Cell.SCOPE)));
    }
    inputs.with(Cell.SCOPE, scope);
    return inputs
        .whyNotShown()
        .map(why -> row(inputs, why))
        .orElseGet(() -> against(inputs, Objects.requireNonNull(scope.value()), List.of()));
  }

  private Signal against(SignalInputs inputs, double reference, List<String> reasons) {
    IndicatorDefinition indicator = value.source().indicator();
    double multiplier = indicator.multiplier();
    Optional<FunnelLimits> limits =
        FunnelLimits.of(
            indicator.kind(),
            reference / multiplier,
            Objects.requireNonNull(value.denominator()),
            Optional.ofNullable(value.error()).map(error -> error / multiplier));
    return limits
        .map(found -> found.times(multiplier))
        .map(found -> shown(inputs, reference, found, reasons))
        .orElseGet(() -> row(inputs, SignalInputs.Why.notComputed("no standard error")));
  }

  private Signal shown(
      SignalInputs inputs, double reference, FunnelLimits limits, List<String> reasons) {
    double own = Objects.requireNonNull(value.value());
    String verdict = Standing.of(value).orElseThrow().verdict(reference);
    List<String> all = new ArrayList<>(reasons);
    if (limits.isNothing()) {
      all.add(NO_VARIATION);
    }
    return new Signal(
        value.source().indicator().id(),
        value.source().cell().period(),
        value.source().cell().area(),
        Signal.Kind.FUNNEL,
        Optional.of(new Signal.Numbers(own, reference, limits.of95(), limits.of998(), verdict)),
        Status.SHOWN,
        inputs.reasons(all));
  }

  private Signal row(SignalInputs inputs, SignalInputs.Why why) {
    return new Signal(
        value.source().indicator().id(),
        value.source().cell().period(),
        value.source().cell().area(),
        Signal.Kind.FUNNEL,
        Optional.empty(),
        why.status(),
        inputs.reasons(why.words()));
  }
}
