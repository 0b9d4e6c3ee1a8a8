package se.jamlik.pipeline.measure;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether a resident has mental conditions, others, or both, of Calderón-Larrañaga's sixty; which
 * are mental is told by the fact {@code mental_mask}.
 */
public enum Overlap {
  NEITHER("neither", "calderon60_mask = 0"),
  PHYSICAL("physical_only", "calderon60_mask <> 0 and mental_mask = 0"),
  MENTAL("mental_only", "mental_mask <> 0 and mental_mask = calderon60_mask"),
  BOTH("both", "mental_mask <> 0 and mental_mask <> calderon60_mask");

  private final String text;
  private final String condition;

  Overlap(String text, String condition) {
    this.text = text;
    this.condition = condition;
  }

  /** As it is written in tables. */
  public String text() {
    return text;
  }

  /** What the kernel adds up, in the order of the values. */
  static List<Term> terms() {
    return Stream.of(values())
        .map(overlap -> Term.shareAtEnd("overlap " + overlap.text, overlap.condition))
        .toList();
  }

  /**
   * The count of the value as that of two sets that meet: those with or without other conditions,
   * and those with or without mental ones.
   *
   * @param parts the count of each value
   */
  PairSums sums(Map<Overlap, Counted> parts, Counted population) {
    boolean isPhysical = this == PHYSICAL || this == BOTH;
    boolean isMental = this == MENTAL || this == BOTH;
    Counted alike = part(parts, this);
    return new PairSums(
        alike,
        alike.with(part(parts, of(isPhysical, !isMental))),
        alike.with(part(parts, of(!isPhysical, isMental))),
        population);
  }

  private static Counted part(Map<Overlap, Counted> parts, Overlap overlap) {
    return parts.getOrDefault(overlap, Counted.NONE);
  }

  private static Overlap of(boolean isPhysical, boolean isMental) {
    if (isPhysical) {
      return isMental ? BOTH : PHYSICAL;
    }
    return isMental ? MENTAL : NEITHER;
  }
}
