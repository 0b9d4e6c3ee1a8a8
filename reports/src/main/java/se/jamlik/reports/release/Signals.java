package se.jamlik.reports.release;

import java.util.List;
import java.util.Optional;

/**
 * What stands out by chance's measure: rows of table {@code signal}, and the parts of
 * municipalities that are held against the whole. Each is empty in a release without them.
 */
public record Signals(List<Signal> rows, List<SmallArea> smallAreas) {

  /** Nothing stands out, and nothing could. */
  public static final Signals NONE = new Signals(List.of(), List.of());

  /** A municipality against the whole in a period. */
  public Optional<Signal> funnel(String indicator, String period, Area area) {
    return rows.stream()
        .filter(row -> row.kind() == Signal.Kind.FUNNEL && row.period().equals(period))
        .filter(row -> row.indicator().equals(indicator) && row.area().equals(area.code()))
        .findFirst();
  }

  /** The course of a place over the calendar years. */
  public Optional<Signal> trend(String indicator, Area area) {
    return rows.stream()
        .filter(row -> row.kind() == Signal.Kind.TREND && row.indicator().equals(indicator))
        .filter(row -> row.area().equals(area.code()))
        .findFirst();
  }

  /** The parts of municipalities in a period, by code. */
  public List<SmallArea> smallAreas(String indicator, String period) {
    return smallAreas.stream()
        .filter(area -> area.indicator().equals(indicator) && area.period().equals(period))
        .toList();
  }
}
