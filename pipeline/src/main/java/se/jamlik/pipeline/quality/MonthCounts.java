package se.jamlik.pipeline.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import se.jamlik.pipeline.adapt.MonthRows;
import se.jamlik.pipeline.vocabulary.QualityRule.Counted;

/**
 * Compares each deliverer's months with each other: those without a row, and those with far more or
 * fewer than the months before. Months are looked at from the deliverer's first to the last that
 * anybody delivered of the table before the month of the night, which is not over.
 */
final class MonthCounts {
  /** Months back that a month is compared with, and how many of them there must be. */
  private static final int MOST_MONTHS = 30;

  private static final int FEWEST_MONTHS = 6;

  /** Years back from the night; older months have no bearing on an indicator. */
  private static final int YEARS = 10;

  private final Map<String, NavigableMap<Integer, Long>> byMunicipality = new TreeMap<>();
  private int last = Integer.MIN_VALUE;

  MonthCounts(List<MonthRows> months, LocalDate asOf) {
    int thisMonth = asOf.getYear() * 12 + asOf.getMonthValue() - 1;
    for (MonthRows month : months) {
      if (month.month() < thisMonth && month.month() >= thisMonth - 12 * YEARS) {
        byMunicipality
            .computeIfAbsent(month.municipality(), any -> new TreeMap<>())
            .put(month.month(), month.rows());
        last = Math.max(last, month.month());
      }
    }
  }

  /** The check for all together, for each deliverer, and for each month that breaks it. */
  List<Count> of(Check check) {
    List<Count> counts = new ArrayList<>();
    long allViolated = 0;
    long allTotal = 0;
    for (Map.Entry<String, NavigableMap<Integer, Long>> deliverer : byMunicipality.entrySet()) {
      List<Integer> looked = lookedAt(check, deliverer.getValue());
      List<Integer> broken =
          looked.stream().filter(month -> isBroken(check, deliverer.getValue(), month)).toList();
      allViolated += broken.size();
      allTotal += looked.size();
      if (!deliverer.getKey().equals(Check.ALL)) {
        counts.add(Count.of(check, Check.ALL, deliverer.getKey(), broken.size(), looked.size()));
      }
      broken.forEach(
          month -> counts.add(Count.of(check, MonthRows.inWords(month), deliverer.getKey(), 1, 1)));
    }
    counts.add(Count.of(check, allViolated, allTotal));
    return counts;
  }

  private List<Integer> lookedAt(Check check, NavigableMap<Integer, Long> rows) {
    double fewest = check.number("rows");
    if (check.rule().counts() == Counted.EMPTY_MONTHS) {
      return usual(rows, rows.firstKey(), last + 1).median() >= fewest
          ? IntStream.rangeClosed(rows.firstKey(), last).boxed().toList()
          : List.of();
    }
    return IntStream.rangeClosed(rows.firstKey() + FEWEST_MONTHS, last)
        .filter(month -> before(rows, month).median() >= fewest)
        .boxed()
        .toList();
  }

  private static boolean isBroken(Check check, NavigableMap<Integer, Long> rows, int month) {
    long found = rows.getOrDefault(month, 0L);
    return check.rule().counts() == Counted.EMPTY_MONTHS
        ? found == 0
        : before(rows, month).isFarFrom(found);
  }

  private static Spread before(NavigableMap<Integer, Long> rows, int month) {
    return usual(rows, Math.max(rows.firstKey(), month - MOST_MONTHS), month);
  }

  /** The spread of the months from one to the one before another; a month without rows is 0. */
  private static Spread usual(NavigableMap<Integer, Long> rows, int from, int to) {
    return Spread.of(
        IntStream.range(from, to).mapToObj(month -> rows.getOrDefault(month, 0L)).toList());
  }
}
