package se.jamlik.reports.words;

import java.util.List;
import java.util.Optional;
import se.jamlik.reports.judge.Gap;
import se.jamlik.reports.judge.Trend;
import se.jamlik.reports.judge.Verdict;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Estimate;

/**
 * Sentences made by rule. Each has a branch for every verdict, and none says more than its numbers
 * or names a cause.
 */
public record Sentences(Texts texts, Numbers numbers) {

  /** A lead in a few words and the sentence that bears it out. */
  public record Message(String lead, String body) {}

  /**
   * The headline about the whole: the gap between lowest and highest income and, when there is one,
   * where the level is going.
   */
  public String headline(Measure measure, Gap gap, Trend trend) {
    String tail =
        gap.verdict().isEstablished() ? texts.say("headline.tail." + trend.verdict()) : "";
    Optional<String> ratio = tellingRatio(gap);
    String key = "headline.gap." + gap.verdict() + (ratio.isPresent() ? ".ratio" : "");
    return Texts.capitalised(
        texts.say(key, "noun", measure.noun(), "ratio", ratio.orElse("")) + tail);
  }

  /** The headline about a municipality beside the whole. */
  public String headline(Measure measure, Verdict verdict, String place, String whole) {
    return texts.say(
        "headline.place." + verdict, "noun", measure.noun(), "place", place, "whole", whole);
  }

  /** What the gap between lowest and highest income is. */
  public Message gap(Measure measure, Cell lowest, Cell highest, String see) {
    Gap gap = Gap.between(lowest, highest);
    Optional<Estimate> difference = gap.difference();
    String body =
        texts.say(
            "message.gap." + gap.verdict() + ".body",
            "lowest",
            numbers.of(lowest.value(), measure.decimals()),
            "highest",
            numbers.of(highest.value(), measure.decimals()),
            "unit",
            measure.unit(),
            "interval",
            numbers.ofInterval(difference.flatMap(Estimate::interval), measure.decimals()),
            "points",
            points(measure),
            "see",
            see);
    return new Message(lead("message.gap.", gap.verdict(), measure), body);
  }

  /** How one measure develops. */
  public Message trend(Measure measure, Trend trend, String see) {
    String body =
        texts.say(
            "message.trend." + trend.verdict() + ".body",
            "first",
            trend.firstYear(),
            "last",
            trend.lastYear(),
            "percent",
            numbers.of(Math.abs(trend.percentAYear()), 1),
            "see",
            see);
    return new Message(lead("message.trend.", trend.verdict(), measure), body);
  }

  /** Which municipalities differ from the whole in one measure. */
  public Message municipalities(Measure measure, List<Place> places, String whole, String see) {
    List<String> higher = named(places, Verdict.HIGHER);
    List<String> lower = named(places, Verdict.LOWER);
    String branch = branch(higher, lower, places);
    return new Message(
        texts.say("message.places." + branch, "label", measure.label()),
        texts.say(
            "message.places." + branch + ".body",
            "noun",
            measure.noun(),
            "whole",
            whole,
            "higher",
            joined(higher),
            "lower",
            joined(lower),
            "see",
            see));
  }

  /** A municipality and how it compares with the whole. */
  public record Place(String name, Verdict verdict) {}

  private static String branch(List<String> higher, List<String> lower, List<Place> places) {
    if (higher.isEmpty() && lower.isEmpty()) {
      boolean isSilent = places.stream().allMatch(p -> p.verdict() == Verdict.TOO_FEW_TO_SAY);
      return isSilent ? "unknown" : "none";
    }
    if (higher.isEmpty()) {
      return "lower";
    }
    return lower.isEmpty() ? "higher" : "both";
  }

  private static List<String> named(List<Place> places, Verdict verdict) {
    return places.stream().filter(p -> p.verdict() == verdict).map(Place::name).toList();
  }

  /** "Bjurholm, Umeå och Vännäs". */
  public String joined(List<String> names) {
    if (names.size() < 2) {
      return String.join("", names);
    }
    return String.join(", ", names.subList(0, names.size() - 1))
        + " "
        + texts.say("and")
        + " "
        + names.get(names.size() - 1);
  }

  /** The unit of a difference: percentage points where the value is a percentage. */
  public String points(Measure measure) {
    return measure.indicator().unit().equals("%") ? texts.say("unit.points") : measure.unitAlone();
  }

  private String lead(String stem, Verdict verdict, Measure measure) {
    return texts.say(stem + verdict, "label", measure.label(), "noun", measure.noun());
  }

  /**
   * The ratio with one decimal, unless rounding makes it one, which would contradict the sentence.
   */
  private Optional<String> tellingRatio(Gap gap) {
    return Optional.of(gap)
        .filter(g -> g.verdict().isEstablished())
        .flatMap(Gap::ratio)
        .map(ratio -> numbers.of(ratio.value(), 1))
        .filter(text -> !text.equals(numbers.of(1, 1)));
  }
}
