package se.jamlik.pipeline.measure;

import java.util.List;

/**
 * What a look at the exact numbers found: how many of them were held against what they must be, and
 * which are something else.
 *
 * @param table of the release
 * @param total how many were looked at
 * @param wrong the cells that are wrong, in words without any number of persons
 */
public record SumCheck(Rule rule, String table, long total, List<String> wrong) {
  public SumCheck {
    wrong = List.copyOf(wrong);
  }

  /** What must be true of exact numbers whatever was delivered. */
  public enum Rule {
    /** Counts and sums of the parts of a group are those of the group. */
    PARTS_ADD_UP,
    /** A part is not less than nothing nor more than the whole. */
    SHARE_IN_RANGE,
    /** A population with the ages of the standard has the same value standardised and crude. */
    STANDARD_IS_CRUDE,
    /** Groups with equal values are not unequal. */
    EQUAL_GROUPS
  }
}
