package se.jamlik.pipeline.measure;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;
import se.jamlik.pipeline.vocabulary.ReferenceValue;

/**
 * Makes table signal of the crude values of whole areas in table indicator_value, be they exact or
 * as they are shown. With six municipalities there is no ranking.
 */
public final class Signals {
  private static final Pattern CALENDAR_YEAR = Pattern.compile("\\d{4}");

  /** An indicator in a period, with the areas in order; or in an area, with the years in order. */
  private record Group(String indicator, String of) implements Comparable<Group> {
    private static final Comparator<Group> ORDER =
        Comparator.comparing(Group::indicator).thenComparing(Group::of);

    @Override
    public int compareTo(Group other) {
      return ORDER.compare(this, other);
    }
  }

  private final SortedMap<Group, SortedMap<String, IndicatorValue>> byPeriod = new TreeMap<>();
  private final SortedMap<Group, SortedMap<String, IndicatorValue>> byArea = new TreeMap<>();

  private final References references;

  private Signals(References references) {
    this.references = references;
  }

  /**
   * A funnel row per municipality and period, for the scope too where it is held against a value
   * from elsewhere, and a trend row per area.
   *
   * @param values rows of table indicator_value, in any order
   */
  public static List<Signal> of(List<IndicatorValue> values, References references) {
    Signals signals = new Signals(references);
    values.stream().filter(Signals::isOfWholeArea).forEach(signals::add);
    return Stream.concat(signals.funnels(), signals.trends()).sorted().toList();
  }

  /** A share of an amount has no limits that it could leave. */
  private static boolean isOfWholeArea(IndicatorValue value) {
    Cell cell = value.source().cell();
    return cell.equals(Cell.wholeArea(cell.period(), cell.areaLevel(), cell.area()))
        && cell.isStandardised()
        && value.standard() == Standard.CRUDE
        && value.source().indicator().kind() != Kind.SHARE;
  }

  private void add(IndicatorValue value) {
    String id = value.source().indicator().id();
    Cell cell = value.source().cell();
    byPeriod
        .computeIfAbsent(new Group(id, cell.period()), absent -> new TreeMap<>())
        .put(cell.area(), value);
    if (CALENDAR_YEAR.matcher(cell.period()).matches()) {
      byArea
          .computeIfAbsent(new Group(id, cell.area()), absent -> new TreeMap<>())
          .put(cell.period(), value);
    }
  }

  private Stream<Signal> funnels() {
    return byPeriod.entrySet().stream().flatMap(entry -> funnels(entry.getKey(), entry.getValue()));
  }

  private Stream<Signal> funnels(Group group, SortedMap<String, IndicatorValue> areas) {
    ReferenceValue elsewhere = references.of(group.indicator(), group.of()).orElse(null);
    return areas.values().stream()
        .filter(value -> elsewhere != null || !value.source().cell().isScope())
        .map(value -> new FunnelSignal(value, areas.get(Cell.SCOPE), elsewhere).row());
  }

  private Stream<Signal> trends() {
    return byArea.values().stream()
        .map(years -> new TrendSignal(List.copyOf(years.values())).row());
  }
}
