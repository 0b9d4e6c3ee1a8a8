package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.List;
import se.jamlik.reports.judge.Caution;
import se.jamlik.reports.judge.Gap;
import se.jamlik.reports.judge.Trend;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.words.Measure;

/**
 * The first sentence of a report: the gap by income in the whole, a municipality beside the whole.
 */
record Headline(Desk desk) {

  String sentence() {
    return desk.headlineMeasure().map(this::about).orElseGet(() -> desk.say("headline.nothing"));
  }

  /** The same sentence about any measure, with what must be known of its values. */
  String about(Measure measure) {
    return desk.place().isScope() ? gap(measure) : besideWhole(measure);
  }

  private String gap(Measure measure) {
    Gap gap = desk.gap(measure, desk.place());
    Trend trend = desk.trend(measure, desk.place());
    List<Cell> cells = new ArrayList<>();
    cells.add(desk.ofQuintile(measure, desk.place(), 1));
    cells.add(desk.ofQuintile(measure, desk.place(), 5));
    if (gap.verdict().isEstablished() && trend.verdict().isEstablished()) {
      cells.addAll(Trend.counted(desk.development(measure, desk.place())));
    }
    List<Caution> cautions = gap.difference().isPresent() ? Caution.of(cells) : List.of();
    return desk.sentences().cautious(desk.sentences().headline(measure, gap, trend), cautions);
  }

  private String besideWhole(Measure measure) {
    String sentence =
        desk.sentences()
            .headline(
                measure,
                desk.verdict(measure, desk.place()),
                desk.placeName(),
                desk.whole().name());
    Cell own = desk.comparable(measure, desk.place());
    Cell whole = desk.comparable(measure, desk.whole());
    boolean isCompared = own.interval().isPresent() && whole.value().isPresent();
    return desk.sentences()
        .cautious(sentence, isCompared ? Caution.of(List.of(own, whole)) : List.of());
  }
}
