package se.jamlik.reports.words;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.jamlik.reports.judge.Share;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.release.Interval;
import se.jamlik.reports.release.PopulationGroup;

/** What may be said of how many have several chronic conditions, and of how old they are. */
public record PopulationSentences(Texts texts, Numbers numbers) {

  /** "One in four" may stand for what lies within this part of a quarter. */
  private static final double NEAR = 0.05;

  private static final int FEWEST_IN = 2;
  private static final int MOST_IN = 10;

  /** An interval that is no wider than this, in percentage points, bears a single number. */
  private static final double NARROW = 2;

  /** The first ages of the two groups that the meaning tells of. */
  private static final int WORKING = 20;

  private static final int OLD = 60;

  /**
   * "Var fjärde", when the whole interval lies near a quarter; else the percentage, when the
   * interval is narrow; else the interval.
   */
  public String finding(PopulationGroup everybody) {
    Optional<Interval> interval = everybody.share().flatMap(Estimate::interval);
    if (interval.isEmpty()) {
      return texts.say("population.finding.unknown");
    }
    Interval known = interval.get();
    Optional<Integer> oneIn =
        IntStream.rangeClosed(FEWEST_IN, MOST_IN)
            .filter(n -> known.isAbove(100.0 / n * (1 - NEAR)))
            .filter(n -> known.isBelow(100.0 / n * (1 + NEAR)))
            .boxed()
            .findFirst();
    if (oneIn.isPresent()) {
      return texts.say("population.finding.one-in." + oneIn.get());
    }
    double value = everybody.share().orElseThrow().value();
    return known.high() - known.low() <= NARROW
        ? texts.say("population.finding.percent", "percent", rounded(value))
        : texts.say(
            "population.finding.between",
            "low",
            rounded(known.low()),
            "high",
            rounded(known.high()));
  }

  /** Whole percent, but with a decimal where whole ones would be coarse. */
  private String rounded(double percent) {
    return numbers.of(percent, percent < 10 ? 1 : 0);
  }

  /** How old those with several conditions are, when every age is shown and they are many. */
  public String meaning(List<PopulationGroup> ages) {
    if (ages.isEmpty() || ages.stream().anyMatch(age -> age.multimorbid().isEmpty())) {
      return texts.say("population.meaning.hidden");
    }
    long all = multimorbid(ages, 0, Integer.MAX_VALUE);
    if (all == 0) {
      return texts.say("population.meaning.few");
    }
    Estimate old = Share.of(multimorbid(ages, OLD, Integer.MAX_VALUE), all);
    Estimate working = Share.of(multimorbid(ages, WORKING, OLD), all);
    return isTelling(old) && isTelling(working)
        ? texts.say(
            "population.meaning.ages",
            "old",
            numbers.of(old.value(), 0),
            "working",
            numbers.of(working.value(), 0))
        : texts.say("population.meaning.few");
  }

  /** A whole percentage is told when chance moves it by no more than a few points. */
  private static boolean isTelling(Estimate share) {
    Interval interval = share.interval().orElseThrow();
    return interval.high() - interval.low() <= 2.5 * NARROW;
  }

  private static long multimorbid(List<PopulationGroup> ages, int from, int to) {
    return ages.stream()
        .filter(age -> firstAge(age) >= from && firstAge(age) < to)
        .mapToLong(age -> age.multimorbid().orElseThrow())
        .sum();
  }

  /** "40-49" and "90+" begin with it. */
  private static int firstAge(PopulationGroup group) {
    return Integer.parseInt(group.ageGroup().replaceAll("\\D.*", ""));
  }
}
