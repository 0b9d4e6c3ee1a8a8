package se.jamlik.pipeline.kept;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import se.jamlik.pipeline.vocabulary.Days;
import se.jamlik.pipeline.vocabulary.Period;

/**
 * Divides the rows of a table between the calendar years that late deliveries seldom change, and
 * the rest: a night after one day's deliveries then leaves the closed years as they lie.
 *
 * @param periods of the night
 * @param lastClosedDay the end of the latest closed year
 */
public record Slicing(List<Period> periods, LocalDate lastClosedDay) {
  /** The slice of closed periods, and of rows that they may look at. */
  public static final int CLOSED = 0;

  /** The slice of the other periods and rows. */
  public static final int OPEN = 1;

  public static final List<Integer> ALL = List.of(CLOSED, OPEN);

  /**
   * So many days after its end a year is closed. Rows of those days lie with the closed ones, so
   * that what looks some days past the end of a period finds them there.
   */
  public static final int DAYS_UNTIL_CLOSED = 60;

  public Slicing {
    periods = List.copyOf(periods);
  }

  /** The slices as they are on a night. */
  public static Slicing on(LocalDate asOf, List<Period> periods) {
    LocalDate latestEnd = asOf.minusDays(DAYS_UNTIL_CLOSED);
    boolean isYearsEnd = latestEnd.getMonthValue() == 12 && latestEnd.getDayOfMonth() == 31;
    int year = isYearsEnd ? latestEnd.getYear() : latestEnd.getYear() - 1;
    return new Slicing(periods, LocalDate.of(year, 12, 31));
  }

  /** The slice of a period. */
  public int of(Period period) {
    return period.isCalendarYear() && !period.lastDay().isAfter(lastClosedDay) ? CLOSED : OPEN;
  }

  /** The names of the periods of a slice, in their order. */
  public List<String> names(int slice) {
    return periods.stream().filter(period -> of(period) == slice).map(Period::name).toList();
  }

  /**
   * The slice of a row: that of its period, or of the earliest day that it tells of. A row that
   * tells of neither is closed, since every period may look at it.
   */
  public Column of(StructType schema) {
    List<String> columns = Arrays.asList(schema.fieldNames());
    if (columns.contains("period")) {
      return when(col("period").isin(names(CLOSED).toArray()), CLOSED).otherwise(OPEN);
    }
    List<Column> days =
        columns.stream()
            .filter(column -> column.endsWith("_day"))
            .map(functions::col)
            .collect(Collectors.toList());
    if (days.isEmpty()) {
      return lit(CLOSED);
    }
    Column earliest = days.size() == 1 ? days.get(0) : least(days.toArray(Column[]::new));
    int lastDay = Days.of(lastClosedDay.plusDays(DAYS_UNTIL_CLOSED));
    return coalesce(when(earliest.gt(lastDay), OPEN), lit(CLOSED));
  }

  /** As a cause of what is divided so. */
  String cause() {
    return lastClosedDay.toString();
  }
}
