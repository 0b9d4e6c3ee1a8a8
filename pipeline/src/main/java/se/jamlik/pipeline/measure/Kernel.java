package se.jamlik.pipeline.measure;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.sql.Row;
import scala.Tuple2;
import se.jamlik.pipeline.link.RecordKey;

/**
 * Adds every row of a partition to its cells: the pass over the persons. Spark's own grouping sets
 * over as many sums are fifteen times slower, because their generated code outgrows what the JVM
 * compiles.
 *
 * @param terms what is added up, in the order of the columns after the first
 * @param cells the cells of a row
 * @param firstColumn of the terms
 * @param keys the record keys of persons, who stand in the first column
 * @param isOneRowAPerson whether conditions must be 0 or 1
 */
record Kernel(
    List<Term> terms, CellsOfRow cells, int firstColumn, RecordKey keys, boolean isOneRowAPerson)
    implements PairFlatMapFunction<Iterator<Row>, BaseCell, long[][]> {
  private static final long serialVersionUID = 1;

  /** Which cells a row belongs to. */
  @FunctionalInterface
  interface CellsOfRow extends Serializable {
    List<BaseCell> of(Row row);
  }

  @Override
  public Iterator<Tuple2<BaseCell, long[][]>> call(Iterator<Row> rows) {
    Map<BaseCell, long[][]> sums = new HashMap<>();
    List<TermSums> adders = adders(terms);
    double[] values = new double[terms.stream().mapToInt(Term::columnCount).sum()];
    while (rows.hasNext()) {
      Row row = rows.next();
      boolean[] isInPopulation = read(row, values);
      long key = keys.applyAsLong(row.getLong(0));
      for (BaseCell cell : cells.of(row)) {
        long[][] cellSums = sums.computeIfAbsent(cell, absent -> new long[terms.size()][]);
        add(adders, cellSums, isInPopulation, values, key);
      }
    }
    return sums.entrySet().stream()
        .map(entry -> new Tuple2<>(entry.getKey(), entry.getValue()))
        .iterator();
  }

  /** Sums of the same cell from two partitions. */
  static long[][] merged(List<Term> terms, long[][] one, long[][] other) {
    List<TermSums> adders = adders(terms);
    IntStream.range(0, terms.size())
        .filter(i -> other[i] != null)
        .forEach(i -> addAll(adders.get(i), one, i, other[i]));
    return one;
  }

  static void addAll(TermSums adder, long[][] sums, int term, long[] others) {
    if (sums[term] == null) {
      sums[term] = adder.empty();
    }
    adder.addAll(sums[term], others);
  }

  static List<TermSums> adders(List<Term> terms) {
    return terms.stream().map(TermSums::new).toList();
  }

  private boolean[] read(Row row, double[] values) {
    boolean[] isInPopulation = new boolean[terms.size()];
    int place = 0;
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      int columns = term.columnCount();
      if (!row.isNullAt(firstColumn + place)) {
        isInPopulation[i] = true;
        for (int part = place; part < place + columns; part++) {
          values[part] = row.getDouble(firstColumn + part);
        }
        refuseOtherThanCondition(term, values[place], values[place + 1]);
      }
      place += columns;
    }
    return isInPopulation;
  }

  private void add(
      List<TermSums> adders, long[][] sums, boolean[] isInPopulation, double[] values, long key) {
    int place = 0;
    for (int i = 0; i < isInPopulation.length; i++) {
      if (isInPopulation[i]) {
        if (sums[i] == null) {
          sums[i] = adders.get(i).empty();
        }
        adders.get(i).addRow(sums[i], values, place, key);
      }
      place += terms.get(i).columnCount();
    }
  }

  private void refuseOtherThanCondition(Term term, double numerator, double denominator) {
    boolean isCondition = (numerator == 0 || numerator == 1) && denominator == 1;
    if (isOneRowAPerson && term.isCondition() && !isCondition) {
      throw new IllegalStateException(
          "Cannot measure %s: the numerator or denominator of a proportion is another number than 0 or 1 in a row (expected a condition and 1). Mend the definition."
              .formatted(term.id()));
    }
  }
}
