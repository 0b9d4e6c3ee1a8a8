package se.jamlik.reports.words;

import java.util.List;
import se.jamlik.reports.judge.Verdict;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Estimate;

/**
 * What may be said of a measure over all income groups together: of how the cases lie, and of which
 * way the level leans.
 */
public record EquitySentences(Texts texts, Sentences sentences) {

  private static final Cell ZERO = Cell.shown(Estimate.of(0));

  /**
   * Which way an index or a slope leans. {@code HIGHER} of a concentration index is towards high
   * income, of a slope more at low income.
   */
  public static Verdict lean(Cell index) {
    return Verdict.of(index, ZERO);
  }

  /**
   * Which income groups have more than their part of the cases.
   *
   * @param lean as {@link #lean} tells; the curve may be shown without an index
   */
  public String concentration(Measure measure, Verdict lean, Curve curve) {
    String branch = curve == Curve.HIDDEN ? "hidden" : lean.name();
    return texts.say(
        "concentration.finding." + branch,
        "label",
        measure.label(),
        "cases",
        cases(measure),
        "people",
        people(measure));
  }

  /** Whether the cells of every income group are shown. */
  public enum Curve {
    SHOWN,
    HIDDEN
  }

  /** What the cases of a measure are called in a sentence. */
  public String cases(Measure measure) {
    return word(measure, "cases");
  }

  /** What the cases of a measure are counted of. */
  public String people(Measure measure) {
    return word(measure, "people");
  }

  private String word(Measure measure, String kind) {
    return texts
        .find("concentration." + measure.id() + "." + kind)
        .orElseGet(() -> texts.say("concentration." + kind));
  }

  /** Which measures lean, each with its verdict in the same place. */
  public String slopes(List<Measure> measures, List<Verdict> verdicts) {
    if (verdicts.stream().allMatch(Verdict.TOO_FEW_TO_SAY::equals)) {
      return texts.say("slope.finding.unknown");
    }
    String higher = nouns(measures, verdicts, Verdict.HIGHER);
    String lower = nouns(measures, verdicts, Verdict.LOWER);
    String branch = higher.isEmpty() ? (lower.isEmpty() ? "none" : "lower") : "higher";
    if (!higher.isEmpty() && !lower.isEmpty()) {
      branch = "both";
    }
    return texts.say("slope.finding." + branch, "higher", higher, "lower", lower);
  }

  private String nouns(List<Measure> measures, List<Verdict> verdicts, Verdict wanted) {
    return sentences.joined(
        measures.stream()
            .filter(measure -> verdicts.get(measures.indexOf(measure)) == wanted)
            .map(Measure::noun)
            .toList());
  }
}
