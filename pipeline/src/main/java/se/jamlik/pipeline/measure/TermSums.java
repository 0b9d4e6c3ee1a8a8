package se.jamlik.pipeline.measure;

import static java.lang.Double.doubleToRawLongBits;
import static java.lang.Double.longBitsToDouble;

import java.util.List;

/**
 * Adds up one term for one cell, in an array of longs that is small to keep and quick to send.
 *
 * <p>A part is a sum (two places), the persons whose term is not 0 and the exclusive or of their
 * record keys. First come the parts of the numerator and the denominator, then those of start and
 * end for a mean population, then the squares where the interval needs them.
 *
 * <p>Sums are kept as a double and what its roundings lost (Neumaier, Rundungsfehleranalyse einiger
 * Verfahren zur Summation endlicher Summen, ZAMM 1974;54:39-51), so that the order of the rows and
 * the number of cores do not show in the last digit.
 */
final class TermSums implements Adder {
  private static final int PART = 4;
  private static final int PERSONS = 2;
  private static final int KEY = 3;
  private static final int SQUARES = 7;

  private final Term term;
  private final int squares;

  TermSums(Term term) {
    this.term = term;
    this.squares = PART * term.columnCount();
  }

  static List<TermSums> of(List<Term> terms) {
    return terms.stream().map(TermSums::new).toList();
  }

  @Override
  public long[] empty() {
    return new long[squares + (term.needsSquares() ? SQUARES : 0)];
  }

  /**
   * Adds one person's row.
   *
   * @param values numerator, denominator and, for a mean population, start and end
   * @param from where in {@code values} the term begins
   */
  void addRow(long[] sums, double[] values, int from, long recordKey) {
    for (int part = 0; part < term.columnCount(); part++) {
      double value = values[from + part];
      if (value != 0) {
        int place = part * PART;
        add(sums, place, value);
        sums[place + PERSONS]++;
        sums[place + KEY] ^= recordKey;
      }
    }
    if (term.needsSquares()) {
      addSquares(sums, values[from], values[from + 1]);
    }
  }

  private void addSquares(long[] sums, double numerator, double denominator) {
    if (numerator != 0 || denominator != 0) {
      sums[squares]++;
      add(sums, squares + 1, numerator * numerator);
      add(sums, squares + 3, numerator * denominator);
      add(sums, squares + 5, denominator * denominator);
    }
  }

  @Override
  public void addAll(long[] sums, long[] others) {
    for (int place = 0; place < squares; place += PART) {
      addSum(sums, others, place);
      sums[place + PERSONS] += others[place + PERSONS];
      sums[place + KEY] ^= others[place + KEY];
    }
    if (term.needsSquares()) {
      sums[squares] += others[squares];
      addSum(sums, others, squares + 1);
      addSum(sums, others, squares + 3);
      addSum(sums, others, squares + 5);
    }
  }

  private static void addSum(long[] sums, long[] others, int place) {
    add(sums, place, longBitsToDouble(others[place]));
    add(sums, place, longBitsToDouble(others[place + 1]));
  }

  private static void add(long[] sums, int place, double value) {
    double before = longBitsToDouble(sums[place]);
    double after = before + value;
    double lost =
        Math.abs(before) >= Math.abs(value) ? before - after + value : value - after + before;
    sums[place] = doubleToRawLongBits(after);
    if (lost != 0) {
      sums[place + 1] = doubleToRawLongBits(longBitsToDouble(sums[place + 1]) + lost);
    }
  }

  Sums sums(long[] sums) {
    boolean isPerMeanPopulation = term.isPerMeanPopulation();
    return new Sums(
        counted(sums, 0),
        counted(sums, PART),
        isPerMeanPopulation ? counted(sums, 2 * PART) : Counted.NONE,
        isPerMeanPopulation ? counted(sums, 3 * PART) : Counted.NONE,
        term.needsSquares() ? squares(sums) : Squares.NONE);
  }

  private static Counted counted(long[] sums, int place) {
    return new Counted(sum(sums, place), sums[place + PERSONS], sums[place + KEY]);
  }

  private Squares squares(long[] sums) {
    return new Squares(
        sums[squares], sum(sums, squares + 1), sum(sums, squares + 3), sum(sums, squares + 5));
  }

  private static double sum(long[] sums, int place) {
    return longBitsToDouble(sums[place]) + longBitsToDouble(sums[place + 1]);
  }
}
