package se.jamlik.reports.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.release.Cell;

/** What a reader of numbers about chronic conditions must know of the diagnoses behind them. */
record IllnessNotes(Desk desk) {

  /** That they reach too short a time back, and that a check has warned of them. */
  List<String> about(Area area) {
    Optional<Cell> all = desk.measure(Selection.ILLNESS).map(measure -> desk.actual(measure, area));
    boolean isShort = all.map(Cell::hasShortLookBack).orElse(false);
    return Stream.concat(
            isShort ? Stream.of(desk.say("note.look-back")) : Stream.of(),
            desk.measure(Selection.ILLNESS).stream()
                .flatMap(measure -> desk.noteOfWarning(measure, all.stream()).stream()))
        .toList();
  }
}
