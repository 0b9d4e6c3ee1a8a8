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
 * @param added what is added up, in the order of the columns after the first
 * @param cells the cells of a row
 * @param firstColumn of what is added up
 * @param keys the record keys of persons, who stand in the first column
 * @param isOneRowAPerson whether conditions must be 0 or 1
 */
record Kernel(
    Added added, CellsOfRow cells, int firstColumn, RecordKey keys, boolean isOneRowAPerson)
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
    List<TermSums> adders = TermSums.of(added.terms());
    double[] values = new double[added.termColumnCount()];
    while (rows.hasNext()) {
      Row row = rows.next();
      boolean[] isInPopulation = read(row, values);
      long key = keys.applyAsLong(row.getLong(0));
      for (BaseCell cell : cells.of(row)) {
        add(adders, sumsOf(cell, sums), isInPopulation, values, key);
      }
      addConditions(sums, row, key);
    }
    return sums.entrySet().stream()
        .map(entry -> new Tuple2<>(entry.getKey(), entry.getValue()))
        .iterator();
  }

  /** Sums of the same cell from two partitions. */
  static long[][] merged(Added added, long[][] one, long[][] other) {
    List<Adder> adders = added.adders();
    IntStream.range(0, adders.size())
        .filter(i -> other[i] != null)
        .forEach(i -> addAll(adders.get(i), one, i, other[i]));
    return one;
  }

  static void addAll(Adder adder, long[][] sums, int slot, long[] others) {
    adder.addAll(slot(adder, sums, slot), others);
  }

  static long[] slot(Adder adder, long[][] sums, int slot) {
    if (sums[slot] == null) {
      sums[slot] = adder.empty();
    }
    return sums[slot];
  }

  private long[][] sumsOf(BaseCell cell, Map<BaseCell, long[][]> sums) {
    return sums.computeIfAbsent(cell, absent -> new long[added.slotCount()][]);
  }

  private boolean[] read(Row row, double[] values) {
    List<Term> terms = added.terms();
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
        TermSums adder = adders.get(i);
        adder.addRow(slot(adder, sums, i), values, place, key);
      }
      place += added.terms().get(i).columnCount();
    }
  }

  /** The masks are null together, for those who are not resident at the end. */
  private void addConditions(Map<BaseCell, long[][]> sums, Row row, long key) {
    int firstMask = firstColumn + added.termColumnCount();
    List<Grouper> groupers = added.groupers();
    if (groupers.isEmpty() || row.isNullAt(firstMask)) {
      return;
    }
    long[][] conditions = sumsOf(BaseCell.ofConditions(row), sums);
    long[][] pairs = sumsOf(BaseCell.ofPairs(row), sums);
    long[][] triads = sumsOf(BaseCell.ofTriads(row), sums);
    for (int i = 0; i < groupers.size(); i++) {
      long mask = row.getLong(firstMask + i);
      KeyedCounts ofConditions = ConditionCounts.ofConditions(groupers.get(i));
      KeyedCounts ofPairs = ConditionCounts.ofPairs(groupers.get(i));
      KeyedCounts ofTriads = ConditionCounts.ofTriads(groupers.get(i));
      ConditionCounts.addConditions(
          slot(ofConditions, conditions, added.slotOfConditions(i)), mask, key);
      ConditionCounts.addPairs(slot(ofPairs, pairs, added.slotOfPairs(i)), mask, key);
      ConditionCounts.addTriads(slot(ofTriads, triads, added.slotOfTriads(i)), mask, key);
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
