package se.jamlik.reports.page;

import java.util.List;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Status;
import se.jamlik.reports.words.Measure;

/**
 * Which measures of a group the release has numbers for, and the line about those whose data nobody
 * has delivered.
 */
record Delivered(Desk desk, List<Measure> asked) {

  /** How the reason of a cell tells that a register is missing. */
  private static final String NOT_DELIVERED = "not delivered";

  static Delivered of(Desk desk, List<String> ids) {
    return new Delivered(desk, desk.measures(ids));
  }

  /** Those with a row for the place, even a hidden one. */
  List<Measure> measures() {
    return asked.stream().filter(measure -> !isMissing(measure)).toList();
  }

  /** One line on what was not delivered; nothing when all was. */
  List<String> line() {
    List<String> missing = asked.stream().filter(this::isMissing).map(Measure::noun).toList();
    return missing.isEmpty()
        ? List.of()
        : List.of(desk.say("delivered.not", "nouns", desk.sentences().joined(missing)));
  }

  /** A section that says that there is nothing. */
  Section none(String heading) {
    return asked.isEmpty()
        ? Section.text(heading, desk.say("delivered.none"))
        : Section.text(heading, line().toArray(String[]::new));
  }

  private boolean isMissing(Measure measure) {
    Cell cell = desk.actual(measure, desk.place());
    return cell.status() == Status.ABSENT || cell.reason().contains(NOT_DELIVERED);
  }
}
