package se.jamlik.pipeline.measure;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;

/**
 * How the costs of a group are spread over its residents, with or without cost, as counts of
 * different amounts. Sums are whole millionths, so that no order of the residents shows.
 *
 * @param amounts in growing order, each once
 */
record CostDistribution(List<Amount> amounts) {

  /**
   * The residents with one and the same cost.
   *
   * @param amount in millionths, not negative
   * @param key the exclusive or of their record keys
   */
  record Amount(long amount, long persons, long key) implements Serializable {}

  CostDistribution {
    amounts = amounts.stream().sorted(Comparator.comparingLong(Amount::amount)).toList();
  }

  Counted residents() {
    long persons = 0;
    long key = 0;
    for (Amount one : amounts) {
      persons += one.persons();
      key ^= one.key();
    }
    return new Counted(persons, persons, key);
  }

  /** All cost, and those who have any. */
  Counted all() {
    return top(residents().persons());
  }

  /**
   * The cost of so many residents with the highest costs. Of those who have the cost of the last as
   * many are taken as there is room for; they all decide the key, since nothing tells them apart.
   */
  Counted top(long residents) {
    BigInteger sum = BigInteger.ZERO;
    long persons = 0;
    long key = 0;
    long room = residents;
    for (int i = amounts.size() - 1; i >= 0 && room > 0 && amounts.get(i).amount() > 0; i--) {
      Amount one = amounts.get(i);
      long taken = Math.min(one.persons(), room);
      sum = sum.add(times(one.amount(), taken));
      persons += taken;
      key ^= one.key();
      room -= taken;
    }
    return new Counted(new BigDecimal(sum, AmountTotals.SCALE).doubleValue(), persons, key);
  }

  /** The lowest cost, in millionths, among so many residents with the highest costs. */
  long lowestAtTop(long residents) {
    long room = residents;
    for (int i = amounts.size() - 1; i > 0; i--) {
      room -= amounts.get(i).persons();
      if (room <= 0) {
        return amounts.get(i).amount();
      }
    }
    return amounts.get(0).amount();
  }

  /** What the two residents with the highest costs have together. */
  double twoLargest() {
    return top(2).sum();
  }

  /**
   * Gini's coefficient: twice the area between the Lorenz curve and the diagonal, without unit,
   * from 0 where all have the same to (n - 1)/n where one of n has all. Not a number where nobody
   * has any cost.
   *
   * <p>With costs x in growing order and ranks i it is the sum of (2 i - n - 1) x over n times the
   * sum of x. Source: Cowell, Measuring Inequality, 3rd edition 2011, appendix A.4; Gini,
   * Variabilità e mutabilità, 1912.
   */
  double gini() {
    long persons = residents().persons();
    long before = 0;
    BigInteger weighted = BigInteger.ZERO;
    BigInteger total = BigInteger.ZERO;
    for (Amount one : amounts) {
      BigInteger sum = times(one.amount(), one.persons());
      total = total.add(sum);
      weighted =
          weighted.add(sum.multiply(BigInteger.valueOf(2 * before + one.persons() - persons)));
      before += one.persons();
    }
    if (total.signum() == 0) {
      return Double.NaN;
    }
    BigInteger whole = total.multiply(BigInteger.valueOf(persons));
    return new BigDecimal(weighted)
        .divide(new BigDecimal(whole), MathContext.DECIMAL64)
        .doubleValue();
  }

  private static BigInteger times(long amount, long persons) {
    return BigInteger.valueOf(amount).multiply(BigInteger.valueOf(persons));
  }
}
