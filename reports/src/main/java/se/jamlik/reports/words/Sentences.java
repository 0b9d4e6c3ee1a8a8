package se.jamlik.reports.words;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.jamlik.reports.judge.Caution;
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

  /** Marks what stands on data that a check has warned of. */
  public static final String DAGGER = "\u00A0†";

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

  /** A headline that tells what must be known of its values; of a warning the dagger tells. */
  public String cautious(String headline, List<Caution> cautions) {
    String words =
        cautions.stream()
            .filter(caution -> caution != Caution.WARNED)
            .map(caution -> texts.say(caution.key()))
            .collect(Collectors.joining(", "));
    String told =
        words.isEmpty()
            ? headline
            : texts.say("headline.cautious", "headline", headline, "cautions", words);
    return cautions.contains(Caution.WARNED) ? told + DAGGER : told;
  }

  /** A message that tells what must be known of its values; of a warning the dagger tells. */
  public Message cautious(Message message, List<Caution> cautions) {
    String told =
        Stream.concat(
                Stream.of(message.body()),
                cautions.stream()
                    .filter(caution -> caution != Caution.WARNED)
                    .map(caution -> texts.say(caution.key() + ".sentence")))
            .collect(Collectors.joining(" "));
    return new Message(message.lead(), cautions.contains(Caution.WARNED) ? told + DAGGER : told);
  }

  /**
   * What the gap between lowest and highest income is. Values that differ but look alike when they
   * are rounded are not told.
   */
  public Message gap(Measure measure, Cell lowest, Cell highest, String see) {
    Gap gap = Gap.between(lowest, highest);
    String low = numbers.of(lowest.value(), measure.decimals());
    String high = numbers.of(highest.value(), measure.decimals());
    boolean isSmall = gap.verdict().isEstablished() && low.equals(high);
    String body =
        texts.say(
            "message.gap." + gap.verdict() + (isSmall ? ".small" : "") + ".body",
            "lowest",
            withUnit(measure, low),
            "highest",
            high,
            "smallest",
            numbers.withUnit(numbers.smallest(measure.decimals()), points(measure)),
            "interval",
            numbers.ofInterval(gap.difference().flatMap(Estimate::interval), measure.decimals()),
            "points",
            points(measure),
            "see",
            see);
    return new Message(lead("message.gap.", gap.verdict(), measure), body);
  }

  /** How one measure develops. */
  public Message trend(Measure measure, Trend trend, String see) {
    String percent = numbers.of(Math.abs(trend.percentAYear()), 1);
    boolean isSmall = trend.verdict().isEstablished() && percent.equals(numbers.of(0, 1));
    String body =
        texts.say(
            "message.trend." + trend.verdict() + (isSmall ? ".small" : "") + ".body",
            "first",
            trend.firstYear(),
            "last",
            trend.lastYear(),
            "percent",
            percent,
            "smallest",
            numbers.smallest(1),
            "see",
            see);
    return new Message(lead("message.trend.", trend.verdict(), measure), body);
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

  /** An index is a number alone. */
  private String withUnit(Measure measure, String number) {
    return measure.indicator().unit().equals("index")
        ? number
        : numbers.withUnit(number, measure.unit());
  }

  private String lead(String stem, Verdict verdict, Measure measure) {
    return texts.say(stem + verdict, "label", measure.label(), "noun", measure.noun());
  }

  /**
   * The ratio with one decimal where its own interval bears it out, unless rounding makes it one or
   * nothing, which would contradict the sentence.
   */
  private Optional<String> tellingRatio(Gap gap) {
    return Optional.of(gap)
        .filter(g -> g.verdict().isEstablished())
        .flatMap(Gap::ratio)
        .filter(ratio -> ratio.interval().map(i -> i.isAbove(1) || i.isBelow(1)).orElse(false))
        .map(ratio -> numbers.of(ratio.value(), 1))
        .filter(text -> !text.equals(numbers.of(1, 1)) && !text.equals(numbers.of(0, 1)));
  }
}
