package se.jamlik.pipeline.quality;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.adapt.MonthRows;
import se.jamlik.pipeline.vocabulary.QualityRule.Counted;
import se.jamlik.pipeline.vocabulary.QualityRule.Per;

/** Adds up the sizes of groups of rows that break the same rules, check by check. */
final class PatternCounts {
  private static final int YEAR = 1;
  private static final int MONTH = 2;
  private static final int MUNICIPALITY = 3;
  private static final int CLINIC = 4;
  private static final int FIRST_BITS = 5;

  private final List<Check> checks;

  /** Violated and total by check and place, in the order of the table. */
  private final List<Map<Place, long[]>> counts = new ArrayList<>();

  private final List<Map<ClinicMonth, long[]>> clinicMonths = new ArrayList<>();
  private final Map<Place, Long> months = new TreeMap<>();
  private long allRows;

  PatternCounts(List<Check> checks) {
    this.checks = checks;
    checks.forEach(
        check -> {
          Map<Place, long[]> ofCheck = new TreeMap<>();
          ofCheck.put(Place.EVERYWHERE, new long[2]);
          counts.add(ofCheck);
          clinicMonths.add(new TreeMap<>());
        });
  }

  private record Place(String period, String municipality) implements Comparable<Place> {
    private static final Place EVERYWHERE = new Place(Check.ALL, Check.ALL);

    @Override
    public int compareTo(Place other) {
      int byPeriod = period.compareTo(other.period);
      return byPeriod == 0 ? municipality.compareTo(other.municipality) : byPeriod;
    }
  }

  private record ClinicMonth(int month, String clinic) implements Comparable<ClinicMonth> {
    @Override
    public int compareTo(ClinicMonth other) {
      int byMonth = Integer.compare(month, other.month);
      return byMonth == 0 ? clinic.compareTo(other.clinic) : byMonth;
    }
  }

  /**
   * A row: table, year, month, municipality, clinic, the bits of both conditions in turn, and rows.
   */
  void add(Row group) {
    long rows = group.getLong(group.length() - 1);
    allRows += rows;
    int numbers = (group.length() - 1 - FIRST_BITS) / 2;
    long[] applicable = new long[numbers];
    long[] violated = new long[numbers];
    for (int number = 0; number < numbers; number++) {
      applicable[number] = group.getLong(FIRST_BITS + 2 * number);
      violated[number] = group.getLong(FIRST_BITS + 2 * number + 1);
    }
    for (int i = 0; i < checks.size(); i++) {
      if (Conditions.isSet(applicable, i)) {
        add(group, i, Conditions.isSet(violated, i) ? rows : 0, rows);
      }
    }
    if (!group.isNullAt(MONTH)) {
      months.merge(
          new Place("" + group.getInt(MONTH), group.getString(MUNICIPALITY)), rows, Long::sum);
    }
  }

  private void add(Row group, int check, long violated, long rows) {
    if (checks.get(check).rule().counts() == Counted.CLINIC_MONTHS) {
      if (!group.isNullAt(MONTH)) {
        add(clinicMonths.get(check), month(group), violated, rows);
      }
      return;
    }
    for (Place place : places(checks.get(check), year(group), group.getString(MUNICIPALITY))) {
      add(counts.get(check), place, violated, rows);
    }
  }

  private static ClinicMonth month(Row group) {
    return new ClinicMonth(group.getInt(MONTH), group.getString(CLINIC));
  }

  private static String year(Row group) {
    return group.isNullAt(YEAR) ? Check.ALL : Integer.toString(group.getInt(YEAR));
  }

  /** All together, and the smallest place that the check is told for. */
  private static Set<Place> places(Check check, String year, String municipality) {
    Set<Place> places = new LinkedHashSet<>();
    places.add(Place.EVERYWHERE);
    places.add(
        new Place(
            check.isPer(Per.YEAR) ? year : Check.ALL,
            check.isPer(Per.MUNICIPALITY) ? municipality : Check.ALL));
    return places;
  }

  private static <K> void add(Map<K, long[]> counts, K key, long violated, long total) {
    long[] count = counts.computeIfAbsent(key, any -> new long[2]);
    count[0] += violated;
    count[1] += total;
  }

  /** Rows of all groups. */
  long rows() {
    return allRows;
  }

  List<Count> counts() {
    List<Count> all = new ArrayList<>();
    for (int i = 0; i < checks.size(); i++) {
      Check check = checks.get(i);
      judgeClinicMonths(i);
      counts
          .get(i)
          .forEach(
              (place, count) ->
                  all.add(
                      Count.of(check, place.period(), place.municipality(), count[0], count[1])));
    }
    return all;
  }

  /** A clinic's month breaks the check when too large a share of its rows does. */
  private void judgeClinicMonths(int i) {
    Check check = checks.get(i);
    clinicMonths
        .get(i)
        .forEach(
            (month, count) -> {
              if (count[1] >= check.number("rows")) {
                long isBroken = count[0] > check.number("most") * count[1] ? 1 : 0;
                String year = Integer.toString(Math.floorDiv(month.month(), 12));
                for (Place place : places(check, year, Check.ALL)) {
                  add(counts.get(i), place, isBroken, 1);
                }
              }
            });
    clinicMonths.get(i).clear();
  }

  List<MonthRows> months() {
    return months.entrySet().stream()
        .map(
            month ->
                new MonthRows(
                    month.getKey().municipality(),
                    Integer.parseInt(month.getKey().period()),
                    month.getValue()))
        .toList();
  }
}
