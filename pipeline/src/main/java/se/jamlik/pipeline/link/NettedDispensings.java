package se.jamlik.pipeline.link;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows (person, atc, dispensed_day, packages, ddd_per_package) in that order and gives the
 * dispensings that are left, holding no more than one person's rows of one ATC code in memory.
 */
final class NettedDispensings implements Iterator<Row> {
  private final Iterator<Row> rows;
  private final int daysWhenUnknown;
  private @Nullable Row next;
  private Iterator<Row> ready = Collections.emptyIterator();

  NettedDispensings(Iterator<Row> rows, int daysWhenUnknown) {
    this.rows = rows;
    this.daysWhenUnknown = daysWhenUnknown;
    this.next = nextRow();
  }

  @Override
  public boolean hasNext() {
    while (!ready.hasNext() && next != null) {
      ready = dispensingsOfOne(next);
    }
    return ready.hasNext();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.next();
  }

  private Iterator<Row> dispensingsOfOne(Row first) {
    long person = first.getLong(0);
    String atc = first.getString(1);
    List<DrugDay> days = new ArrayList<>();
    for (Row row = first; row != null && isOf(row, person, atc); row = next) {
      days.add(oneDay(row, person, atc));
    }
    return Netting.dispensings(days).stream()
        .map(day -> RowFactory.create(person, atc, day.day(), day.coverDays(daysWhenUnknown)))
        .iterator();
  }

  /** Takes all rows of the first row's day; afterwards {@code next} is the row after them. */
  private DrugDay oneDay(Row first, long person, String atc) {
    int day = first.getInt(2);
    BigDecimal packages = BigDecimal.ZERO;
    boolean isAllTakenBack = true;
    BigDecimal doses = null;
    Row row = first;
    while (row != null && row.getInt(2) == day && isOf(row, person, atc)) {
      packages = packages.add(row.getDecimal(3));
      isAllTakenBack &= row.getDecimal(3).signum() <= 0;
      doses = larger(doses, row.getDecimal(4));
      row = nextRow();
    }
    next = row;
    return new DrugDay(day, packages, isAllTakenBack && packages.signum() < 0, doses);
  }

  private @Nullable Row nextRow() {
    return rows.hasNext() ? rows.next() : null;
  }

  private static boolean isOf(Row row, long person, String atc) {
    return row.getLong(0) == person && row.getString(1).equals(atc);
  }

  private static @Nullable BigDecimal larger(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.max(other);
  }
}
