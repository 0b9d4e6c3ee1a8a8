package se.jamlik.pipeline.vocabulary;

import java.util.List;
import java.util.stream.Stream;

/**
 * What may be shown (measures.md section 5). Weaker rules than those of the contract cannot be made
 * without saying so, so that no setting and no caller can switch protection off in silence.
 *
 * @param smallestShown the smallest count of persons that is shown
 * @param smallestDenominator the smallest denominator under which a value is shown
 * @param largestChange most persons that a count is changed by (D)
 * @param variance of the change (V)
 * @param neverShown counts from 1 to this never come out of the change (js)
 * @param isUnsafe true when something is weaker than in the contract, and then alone
 */
public record ProtectionRules(
    int smallestShown,
    int smallestDenominator,
    int largestChange,
    double variance,
    int neverShown,
    boolean isUnsafe) {
  public static final int LEAST_SHOWN = 5;
  public static final int LEAST_DENOMINATOR = 20;
  public static final int LEAST_CHANGE = 5;
  public static final double LEAST_VARIANCE = 3;
  public static final int LEAST_NEVER_SHOWN = 2;

  public ProtectionRules(
      int smallestShown,
      int smallestDenominator,
      int largestChange,
      double variance,
      int neverShown,
      boolean isUnsafe) {
    this.smallestShown = smallestShown;
    this.smallestDenominator = smallestDenominator;
    this.largestChange = largestChange;
    this.variance = variance;
    this.neverShown = neverShown;
    this.isUnsafe = isUnsafe;
    if (isUnsafe == weaker().isEmpty()) {
      throw new IllegalArgumentException(
          isUnsafe
              ? "Nothing weaker than the contract's"
              : "Weaker protection than the contract's");
    }
  }

  /** Rules that protect as well as those of the contract. */
  public ProtectionRules(
      int smallestShown,
      int smallestDenominator,
      int largestChange,
      double variance,
      int neverShown) {
    this(smallestShown, smallestDenominator, largestChange, variance, neverShown, false);
  }

  /** The rules of the contract. */
  static ProtectionRules contract() {
    return new ProtectionRules(
        LEAST_SHOWN, LEAST_DENOMINATOR, LEAST_CHANGE, LEAST_VARIANCE, LEAST_NEVER_SHOWN);
  }

  /** What is weaker than in the contract, a line each; empty when nothing is. */
  public List<String> weaker() {
    return Stream.of(
            weaker("smallest-shown", smallestShown, LEAST_SHOWN),
            weaker("smallest-denominator", smallestDenominator, LEAST_DENOMINATOR),
            weaker("largest-change", largestChange, LEAST_CHANGE),
            weaker("variance", variance, LEAST_VARIANCE),
            weaker("never-shown", neverShown, LEAST_NEVER_SHOWN))
        .flatMap(line -> line)
        .toList();
  }

  private static Stream<String> weaker(String name, double chosen, double least) {
    // A variance that is no number is weaker too.
    return chosen >= least
        ? Stream.empty()
        : Stream.of("protect.%s %s (the contract: %s)".formatted(name, told(chosen), told(least)));
  }

  private static String told(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
