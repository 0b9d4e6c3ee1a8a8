package se.jamlik.pipeline.quality;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import se.jamlik.pipeline.adapt.MonthRows;
import se.jamlik.pipeline.vocabulary.QualityRule.Counted;

/**
 * Compares each month of a deliverer's newest file with the same month of the files before it. A
 * month counts until the one of the night, which is not over. A file with far fewer rows than its
 * months had before is a correction: it is compared with nothing and nothing with it.
 */
final class FileMonths {
  /** Files back that a month is compared with. */
  private static final int MOST_FILES = 30;

  /** Years back from the night; older months have no bearing on an indicator. */
  private static final int YEARS = 10;

  /** Rows by month of each file, in ledger order, by deliverer. */
  private final Map<String, List<NavigableMap<Integer, Long>>> byMunicipality = new TreeMap<>();

  /**
   * @param files the months of each file of a table, in ledger order
   */
  FileMonths(List<List<MonthRows>> files, LocalDate asOf) {
    int thisMonth = asOf.getYear() * 12 + asOf.getMonthValue() - 1;
    for (List<MonthRows> file : files) {
      Map<String, NavigableMap<Integer, Long>> ofFile = new TreeMap<>();
      for (MonthRows month : file) {
        if (month.month() < thisMonth && month.month() >= thisMonth - 12 * YEARS) {
          ofFile
              .computeIfAbsent(month.municipality(), any -> new TreeMap<>())
              .put(month.month(), month.rows());
        }
      }
      ofFile.forEach(
          (municipality, months) ->
              byMunicipality.computeIfAbsent(municipality, any -> new ArrayList<>()).add(months));
    }
  }

  /** The check for all together, for each deliverer, and for each month that breaks it. */
  List<Count> of(Check check) {
    List<Count> counts = new ArrayList<>();
    long allBroken = 0;
    long allCompared = 0;
    for (Map.Entry<String, List<NavigableMap<Integer, Long>>> deliverer :
        byMunicipality.entrySet()) {
      Map<Integer, Boolean> compared = compared(check, deliverer.getValue());
      List<Integer> broken = compared.keySet().stream().filter(compared::get).toList();
      allBroken += broken.size();
      allCompared += compared.size();
      if (!deliverer.getKey().equals(MonthRows.ALL)) {
        counts.add(Count.of(check, Check.ALL, deliverer.getKey(), broken.size(), compared.size()));
      }
      broken.forEach(
          month -> counts.add(Count.of(check, MonthRows.inWords(month), deliverer.getKey(), 1, 1)));
    }
    counts.add(Count.of(check, allBroken, allCompared));
    return counts;
  }

  /** The months of the newest file that can be compared, and whether each breaks the check. */
  private static Map<Integer, Boolean> compared(
      Check check, List<NavigableMap<Integer, Long>> files) {
    List<NavigableMap<Integer, Long>> whole = new ArrayList<>();
    NavigableMap<Integer, Long> latest = new TreeMap<>();
    for (NavigableMap<Integer, Long> file : files) {
      if (isWhole(file, latest, check.number("whole"))) {
        whole.add(file);
        latest.putAll(file);
      }
    }
    NavigableMap<Integer, Long> newest = files.get(files.size() - 1);
    Map<Integer, Boolean> compared = new TreeMap<>();
    if (whole.get(whole.size() - 1) != newest) {
      return compared;
    }
    List<NavigableMap<Integer, Long>> before = whole.subList(0, whole.size() - 1);
    for (int month = newest.firstKey(); month <= newest.lastKey(); month++) {
      int one = month;
      List<NavigableMap<Integer, Long>> holding =
          before.stream().filter(file -> file.containsKey(one)).toList();
      long rows = newest.getOrDefault(month, 0L);
      Optional<Boolean> isBroken =
          check.rule().counts() == Counted.CHANGED_MONTHS
              ? isChanged(check, holding, month, rows)
              : isUnusual(check, holding, month, rows);
      isBroken.ifPresent(broken -> compared.put(one, broken));
    }
    return compared;
  }

  private static boolean isWhole(
      NavigableMap<Integer, Long> file, NavigableMap<Integer, Long> latest, double least) {
    long now = 0;
    long before = 0;
    for (Map.Entry<Integer, Long> month : file.entrySet()) {
      if (latest.containsKey(month.getKey())) {
        now += month.getValue();
        before += requireNonNullElse(latest.get(month.getKey()), 0L);
      }
    }
    return now >= least * before;
  }

  private static Optional<Boolean> isChanged(
      Check check, List<NavigableMap<Integer, Long>> holding, int month, long rows) {
    if (holding.isEmpty()) {
      return Optional.empty();
    }
    NavigableMap<Integer, Long> last = holding.get(holding.size() - 1);
    long before = last.getOrDefault(month, 0L);
    if (before < check.number("rows") || last.lastKey() == month) {
      return Optional.empty();
    }
    return Optional.of(
        Math.abs(rows - before) > check.number("most") * before
            && Spread.of(List.of(before)).isFarFrom(rows));
  }

  private static Optional<Boolean> isUnusual(
      Check check, List<NavigableMap<Integer, Long>> holding, int month, long rows) {
    if (holding.size() < check.number("files")) {
      return Optional.empty();
    }
    Spread usual =
        Spread.of(
            holding.subList(Math.max(0, holding.size() - MOST_FILES), holding.size()).stream()
                .map(file -> file.getOrDefault(month, 0L))
                .toList());
    return usual.median() < check.number("rows")
        ? Optional.empty()
        : Optional.of(usual.isFarFrom(rows));
  }
}
