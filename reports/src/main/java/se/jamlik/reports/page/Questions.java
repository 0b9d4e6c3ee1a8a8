package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import se.jamlik.reports.judge.Tone;
import se.jamlik.reports.judge.Verdict;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.words.Measure;

/** Questions for those who will talk about the report: some of them stand on what it has found. */
record Questions(Desk desk) {

  List<String> questions() {
    List<String> questions = new ArrayList<>();
    desk.headlineMeasure()
        .filter(measure -> desk.gap(measure, desk.place()).verdict().isEstablished())
        .ifPresent(measure -> questions.add(desk.say("questions.gap", "noun", measure.noun())));
    add(questions, "questions.worsening", this::isWorsening);
    if (!desk.place().isScope()) {
      add(questions, "questions.worse", this::isWorse);
      add(questions, "questions.better", this::isBetter);
    }
    add(questions, "questions.hidden", this::isHidden);
    add(questions, "questions.warned", measure -> desk.actual(measure, desk.place()).hasWarning());
    questions.add(desk.say("questions.groups"));
    questions.add(desk.say("questions.size"));
    questions.add(desk.say("questions.act"));
    return questions;
  }

  /** One question about all measures of the overview that it fits. */
  private void add(List<String> questions, String key, Predicate<Measure> fits) {
    List<String> nouns =
        desk.measures(Selection.OVERVIEW).stream().filter(fits).map(Measure::noun).toList();
    if (!nouns.isEmpty()) {
      questions.add(
          desk.say(
              key,
              "nouns",
              desk.sentences().joined(nouns),
              "place",
              desk.placeName(),
              "whole",
              desk.whole().name()));
    }
  }

  private boolean isWorsening(Measure measure) {
    return Tone.of(desk.trend(measure, desk.place()).verdict(), measure.direction()) == Tone.WORSE;
  }

  private boolean isWorse(Measure measure) {
    return tone(measure) == Tone.WORSE;
  }

  private boolean isBetter(Measure measure) {
    return tone(measure) == Tone.BETTER;
  }

  private Tone tone(Measure measure) {
    Verdict verdict = desk.verdict(measure, desk.place());
    return Tone.of(verdict, measure.direction());
  }

  private boolean isHidden(Measure measure) {
    Cell cell = desk.actual(measure, desk.place());
    return cell.value().isEmpty();
  }
}
