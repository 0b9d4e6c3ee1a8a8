package se.jamlik.pipeline.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;
import se.jamlik.pipeline.link.RecordKey;

/**
 * Adds the rows of several years together, person by person: what a person adds to a cell in all
 * the years is summed first, so that the person is one of those behind the count and not three. The
 * rows of a person stand together.
 *
 * @param terms what is added up, in the order of the columns after those of {@link
 *     BaseCell#PERSON_PERIOD_COLUMNS}
 * @param pooledByYear the names of the years together that a year is part of
 * @param leftOutOfScope by term, the municipalities that the scope is computed without
 * @param keys the record keys of persons, who stand in the first column
 */
record PooledKernel(
    List<Term> terms,
    Map<String, List<String>> pooledByYear,
    List<Set<String>> leftOutOfScope,
    RecordKey keys)
    implements PairFlatMapFunction<Iterator<Row>, PooledCell, long[][]> {
  private static final long serialVersionUID = 1;
  private static final int FIRST_TERM = BaseCell.PERSON_PERIOD_COLUMNS.size();

  @Override
  public Iterator<Tuple2<PooledCell, long[][]>> call(Iterator<Row> rows) {
    Map<PooledCell, long[][]> sums = new HashMap<>();
    List<TermSums> adders = TermSums.of(terms);
    Map<PooledCell, double[][]> ofPerson = new HashMap<>();
    long person = 0;
    while (rows.hasNext()) {
      Row row = rows.next();
      if (row.getLong(0) != person) {
        addPerson(sums, adders, ofPerson, person);
        ofPerson.clear();
        person = row.getLong(0);
      }
      addRow(ofPerson, row);
    }
    addPerson(sums, adders, ofPerson, person);
    return sums.entrySet().stream()
        .map(entry -> new Tuple2<>(entry.getKey(), entry.getValue()))
        .iterator();
  }

  private void addPerson(
      Map<PooledCell, long[][]> sums,
      List<TermSums> adders,
      Map<PooledCell, double[][]> ofPerson,
      long person) {
    long key = keys.applyAsLong(person);
    ofPerson.forEach(
        (cell, values) -> {
          long[][] ofCell = sums.computeIfAbsent(cell, absent -> new long[terms.size()][]);
          for (int term = 0; term < values.length; term++) {
            if (values[term] != null) {
              TermSums adder = adders.get(term);
              adder.addRow(Kernel.slot(adder, ofCell, term), values[term], 0, key);
            }
          }
        });
  }

  private void addRow(Map<PooledCell, double[][]> ofPerson, Row row) {
    double[][] values = read(row);
    for (BaseCell base : BaseCell.ofPersonPeriod(row)) {
      for (String pooled : pooledByYear.getOrDefault(base.period(), List.of())) {
        CellSums.cells(base.during(pooled)).forEach(cell -> addTo(ofPerson, cell, base, values));
      }
    }
  }

  /** By term, null outside its population. */
  private double[][] read(Row row) {
    double[][] values = new double[terms.size()][];
    int place = FIRST_TERM;
    for (int term = 0; term < values.length; term++) {
      int columns = terms.get(term).columnCount();
      if (!row.isNullAt(place)) {
        values[term] = new double[columns];
        for (int part = 0; part < columns; part++) {
          values[term][part] = row.getDouble(place + part);
        }
      }
      place += columns;
    }
    return values;
  }

  private void addTo(
      Map<PooledCell, double[][]> ofPerson, Cell cell, BaseCell base, double[][] values) {
    List<PooledCell> places = new ArrayList<>();
    places.add(new PooledCell(cell, PooledCell.WHOLE));
    if (cell.isStandardised()) {
      places.add(new PooledCell(cell, AgeBands.standardGroup(base.band())));
    }
    for (PooledCell place : places) {
      double[][] before = ofPerson.computeIfAbsent(place, absent -> new double[values.length][]);
      for (int term = 0; term < values.length; term++) {
        boolean isLeftOut =
            cell.isScope() && leftOutOfScope.get(term).contains(base.municipality());
        if (values[term] != null && !isLeftOut) {
          before[term] = sum(before[term], values[term]);
        }
      }
    }
  }

  private static double[] sum(double @Nullable [] one, double[] other) {
    double[] sum = other.clone();
    if (one != null) {
      for (int part = 0; part < sum.length; part++) {
        sum[part] += one[part];
      }
    }
    return sum;
  }
}
