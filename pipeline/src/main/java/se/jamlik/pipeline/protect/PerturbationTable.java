package se.jamlik.pipeline.protect;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import se.jamlik.pipeline.measure.Counted;
import se.jamlik.pipeline.vocabulary.ProtectionRules;

/**
 * Turns a count of persons and its cell key into the count that is shown (measures.md section 5).
 * The change has mean 0 and the same variance for every count; 0 stays 0, and counts from 1 to
 * {@code neverShown} never come out.
 *
 * <p>Source of the method: Fraser and Wooton, A proposed method for confidentialising tabular
 * output to protect against differencing, UNECE work session 2005; Thompson, Broadfoot and Elazar,
 * Methodology for the automatic confidentialisation of statistical outputs, UNECE 2013.
 */
public final class PerturbationTable {
  private static final int UNUSED_BITS = Long.SIZE - 53;
  private static final double UNIT = 0x1p-53;

  private final double variance;
  private final List<Transition> rows;

  /** The changes of one count, in growing order, and their probabilities. */
  record Transition(List<Integer> changes, List<Double> probabilities) {}

  private PerturbationTable(ProtectionRules rules) {
    this.variance = rules.variance();
    this.rows =
        IntStream.rangeClosed(1, rules.largestChange() + rules.neverShown() + 1)
            .mapToObj(count -> transition(count, rules))
            .toList();
  }

  public static PerturbationTable of(ProtectionRules rules) {
    return new PerturbationTable(rules);
  }

  /**
   * Whether there is a table for the rules. One person becomes none or up to 1 + D, which with mean
   * 0 is a variance under D; and a change that may not end at 1 to js has a least variance too.
   */
  public static boolean isPossible(ProtectionRules rules) {
    try {
      of(rules);
      return rules.variance() < rules.largestChange();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Transition transition(int count, ProtectionRules rules) {
    int[] changes =
        IntStream.rangeClosed(-rules.largestChange(), rules.largestChange())
            .filter(change -> count + change == 0 || count + change > rules.neverShown())
            .toArray();
    return new Transition(
        IntStream.of(changes).boxed().toList(),
        DoubleStream.of(MaximumEntropy.probabilities(changes, rules.variance())).boxed().toList());
  }

  /** The variance of the change. */
  double variance() {
    return variance;
  }

  /** The rows for counts 1, 2 and so on; the last serves all greater counts. */
  List<Transition> rows() {
    return rows;
  }

  /** The shown count of the persons behind a sum. */
  long shown(Counted counted) {
    return shown(counted.persons(), counted.key());
  }

  /**
   * The shown count.
   *
   * @param cellKey the exclusive or of the record keys of those counted
   */
  public long shown(long persons, long cellKey) {
    if (persons == 0) {
      return 0;
    }
    Transition row = rows.get((int) Math.min(persons, rows.size()) - 1);
    double drawn = (cellKey >>> UNUSED_BITS) * UNIT;
    int place = 0;
    double reached = row.probabilities().get(0);
    while (drawn >= reached && place + 1 < row.changes().size()) {
      place++;
      reached += row.probabilities().get(place);
    }
    return persons + row.changes().get(place);
  }
}
