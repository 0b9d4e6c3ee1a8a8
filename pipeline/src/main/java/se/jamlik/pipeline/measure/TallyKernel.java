package se.jamlik.pipeline.measure;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.sql.Row;
import scala.Tuple2;
import se.jamlik.pipeline.link.RecordKey;

/**
 * Tells the tally of each cell of the amounts of its residents: a pass over the persons. A row
 * holds the columns of {@link BaseCell#PERSON_PERIOD_COLUMNS} and the amount, null outside the
 * population.
 *
 * @param leftOutOfScope municipalities that the scope is computed without
 * @param keys the record keys of persons, who stand in the first column
 */
record TallyKernel<T extends Tally<T>>(
    Set<String> leftOutOfScope, RecordKey keys, NewTally<T> newTally)
    implements PairFlatMapFunction<Iterator<Row>, Cell, T> {
  private static final long serialVersionUID = 1;
  private static final int AMOUNT = BaseCell.PERSON_PERIOD_COLUMNS.size();

  /** The tally of a cell before anybody is in it, or none for a cell that does not matter. */
  @FunctionalInterface
  interface NewTally<T> extends Serializable {
    Optional<T> of(Cell cell);
  }

  @Override
  public Iterator<Tuple2<Cell, T>> call(Iterator<Row> rows) {
    Map<Cell, T> tallies = new HashMap<>();
    Map<BaseCell, List<T>> ofBase = new HashMap<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      if (!row.isNullAt(AMOUNT)) {
        long amount = row.getLong(AMOUNT);
        long key = keys.applyAsLong(row.getLong(0));
        for (BaseCell base : BaseCell.ofPersonPeriod(row)) {
          ofBase
              .computeIfAbsent(base, absent -> tallies(absent, tallies))
              .forEach(tally -> tally.add(amount, key));
        }
      }
    }
    return tallies.entrySet().stream()
        .map(entry -> new Tuple2<>(entry.getKey(), entry.getValue()))
        .iterator();
  }

  /** The tallies of the cells that a base cell is a part of. */
  private List<T> tallies(BaseCell base, Map<Cell, T> tallies) {
    return CellSums.cells(base)
        .filter(cell -> !cell.isScope() || !leftOutOfScope.contains(base.municipality()))
        .flatMap(cell -> tally(cell, tallies).stream())
        .toList();
  }

  private Optional<T> tally(Cell cell, Map<Cell, T> tallies) {
    Optional<T> known = Optional.ofNullable(tallies.get(cell));
    if (known.isPresent()) {
      return known;
    }
    Optional<T> made = newTally.of(cell);
    made.ifPresent(tally -> tallies.put(cell, tally));
    return made;
  }
}
