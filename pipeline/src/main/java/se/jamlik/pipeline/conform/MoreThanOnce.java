package se.jamlik.pipeline.conform;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Each number that stands more than once among numbers in order. Nearly every key of a table is
 * there once, and then this costs a third of what grouping costs, which holds each key in memory.
 */
final class MoreThanOnce implements MapPartitionsFunction<Row, Long> {
  private static final long serialVersionUID = 1;

  @Override
  public Iterator<Long> call(Iterator<Row> rows) {
    return new Repeated(rows);
  }

  private static final class Repeated implements Iterator<Long> {
    private final Iterator<Row> rows;

    private @Nullable Long last;
    private boolean isTold;
    private @Nullable Long next;

    Repeated(Iterator<Row> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      while (next == null && rows.hasNext()) {
        Long number = rows.next().getLong(0);
        boolean isAgain = number.equals(last);
        if (isAgain && !isTold) {
          next = number;
        }
        isTold = isAgain;
        last = number;
      }
      return next != null;
    }

    @Override
    public Long next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Long told = Objects.requireNonNull(next);
      next = null;
      return told;
    }
  }
}
