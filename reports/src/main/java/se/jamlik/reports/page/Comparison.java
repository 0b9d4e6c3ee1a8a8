package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.jamlik.reports.ReportTemplate;
import se.jamlik.reports.judge.Gap;
import se.jamlik.reports.judge.Verdict;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Group;
import se.jamlik.reports.release.ReferenceValue;
import se.jamlik.reports.words.Mark;
import se.jamlik.reports.words.Measure;
import se.jamlik.reports.words.Numbers;

/**
 * What the values of the overview stand beside.
 *
 * @param elsewhere the reference values' name of the place; unused where {@code area} is one of
 *     ours
 */
record Comparison(Desk desk, Optional<Area> area, String elsewhere) {

  /** An own value and the one beside it; of another period than the report's when one is named. */
  record Pair(Cell own, Cell other, Optional<String> period) {}

  /** The template's comparisons that the report can make; none with the place itself. */
  static List<Comparison> of(Desk desk) {
    List<Comparison> comparisons = new ArrayList<>();
    for (String told : desk.template().comparisons()) {
      if (told.equals(ReportTemplate.SCOPE)) {
        comparisons.add(new Comparison(desk, Optional.of(desk.whole()), ""));
      } else if (told.matches("[0-9]{4}")) {
        desk.release().municipalities().stream()
            .filter(area -> area.code().equals(told))
            .map(area -> new Comparison(desk, Optional.of(area), ""))
            .forEach(comparisons::add);
      } else {
        comparisons.add(new Comparison(desk, Optional.empty(), told));
      }
    }
    return comparisons.stream()
        .filter(comparison -> !comparison.area().equals(Optional.of(desk.place())))
        .filter(Comparison::hasValues)
        .toList();
  }

  /** Values from elsewhere are not in every release. */
  private boolean hasValues() {
    return area.isPresent()
        || desk.measures(Selection.OVERVIEW).stream()
            .anyMatch(measure -> newest(measure).isPresent());
  }

  /** What ends the key of a text that depends on what is compared with. */
  String kind() {
    if (area.isEmpty()) {
      return "elsewhere";
    }
    return area.get().isScope() ? "scope" : "municipality";
  }

  String name() {
    return area.map(Area::name)
        .orElseGet(() -> desk.texts().find("area." + elsewhere).orElse(elsewhere));
  }

  /** Among our own places the values are standardised; those from elsewhere are what they are. */
  Pair pair(Measure measure) {
    if (area.isPresent()) {
      return new Pair(
          desk.comparable(measure, desk.place()),
          desk.comparable(measure, area.get()),
          Optional.empty());
    }
    return newest(measure)
        .map(
            value ->
                new Pair(
                    own(measure, value),
                    Cell.shown(value.estimate()),
                    Optional.of(value.period()).filter(p -> !p.equals(desk.period().name()))))
        .orElse(new Pair(Cell.ABSENT, Cell.ABSENT, Optional.empty()));
  }

  /** The newest value from elsewhere that has one of our own beside it. */
  private Optional<ReferenceValue> newest(Measure measure) {
    return desk.release().referenceValues().stream()
        .filter(value -> value.indicator().equals(measure.id()))
        .filter(value -> value.area().equals(elsewhere))
        .filter(value -> value.period().compareTo(desk.period().name()) <= 0)
        .filter(value -> own(measure, value).value().isPresent())
        .max(Comparator.comparing(ReferenceValue::period));
  }

  private Cell own(Measure measure, ReferenceValue value) {
    return desk.release().cell(Group.of(measure.id(), value.period()).in(desk.place()));
  }

  /** The value beside, with its period when that is not the report's. */
  String text(Measure measure) {
    Pair pair = pair(measure);
    String number = desk.number(measure, pair.other());
    return pair.period().map(period -> number + " (" + period + ")").orElse(number);
  }

  /** Two municipalities share nobody; the scope holds its municipalities. */
  Verdict verdict(Measure measure) {
    Pair pair = pair(measure);
    return kind().equals("municipality")
        ? Gap.between(pair.own(), pair.other()).verdict()
        : Verdict.of(pair.own(), pair.other());
  }

  /** Nothing is said where there is no value beside. */
  Mark mark(Measure measure, Mark.Room room) {
    if (area.isEmpty() && newest(measure).isEmpty()) {
      return new Mark(
          Numbers.MISSING,
          desk.say("symbol." + Verdict.TOO_FEW_TO_SAY),
          desk.say("mark.no-value"),
          "none");
    }
    return Mark.of(verdict(measure), measure.direction(), room, desk.texts());
  }
}
