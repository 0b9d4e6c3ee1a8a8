package se.jamlik.reports.page;

import java.util.List;
import java.util.function.Function;
import se.jamlik.reports.judge.Verdict;

/**
 * What a figure of several developments shows: what rises and what falls.
 *
 * @param nouns of the measures with a verdict
 * @param measures how many there are
 */
record Directions(Desk desk, Function<Verdict, List<String>> nouns, int measures) {

  /** The heading, by texts whose keys begin with a stem. */
  String finding(String stem) {
    List<String> up = nouns.apply(Verdict.HIGHER);
    List<String> down = nouns.apply(Verdict.LOWER);
    return desk.say(
        stem + branch(up, down),
        "up",
        desk.sentences().joined(up),
        "down",
        desk.sentences().joined(down),
        "place",
        desk.placeName());
  }

  private String branch(List<String> up, List<String> down) {
    int broken = nouns.apply(Verdict.SERIES_BREAK).size();
    int unknown = nouns.apply(Verdict.TOO_FEW_TO_SAY).size();
    if (broken + unknown == measures) {
      return broken == 0 ? "unknown" : "broken";
    }
    if (up.isEmpty()) {
      return down.isEmpty() ? "none" : "down";
    }
    return down.isEmpty() ? "up" : "both";
  }
}
