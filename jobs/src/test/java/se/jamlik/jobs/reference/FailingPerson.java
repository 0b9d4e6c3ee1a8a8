package se.jamlik.jobs.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.jamlik.jobs.reference.ReferenceTables.IndicatorValue;

/**
 * Finds a household of whom a night and the reference do not say the same. Persons all of whose
 * cells differ are suspected; nights of half of them, and of half of the half, find one.
 */
final class FailingPerson {
  private static final int FIRST_SUSPECTS = 8;

  private final RandomPersons drawn;
  private final Set<String> notMeasuredYet;
  private final Nights nights;

  /** A night of some of the persons. */
  @FunctionalInterface
  interface Nights {
    SecondOpinion.Night of(RandomPersons persons) throws Exception;
  }

  FailingPerson(RandomPersons drawn, Set<String> notMeasuredYet, Nights nights) {
    this.drawn = drawn;
    this.notMeasuredYet = notMeasuredYet;
    this.nights = nights;
  }

  private record Table(String indicator, String period) {}

  /** Empty when no numerator and no denominator differs. */
  Optional<SpecExample> foundIn(SecondOpinion.Night night) throws Exception {
    Reference reference = Reference.of(drawn.tables(), drawn.asOf());
    Map<Table, Set<ReferenceCell>> differing = differing(reference, night);
    differing.keySet().removeIf(table -> period(reference, table).isEmpty());
    if (differing.isEmpty()) {
      return Optional.empty();
    }
    Table table =
        differing.keySet().stream()
            .min((a, b) -> Integer.compare(differing.get(a).size(), differing.get(b).size()))
            .orElseThrow();
    ReferencePeriod period = period(reference, table).orElseThrow();
    List<String> suspects = suspects(reference.personPeriods().get(period), differing.get(table));
    Collection<String> found = fewest(suspects, table);
    return Optional.of(new SpecExample(drawn.only(found), indicator(table), period));
  }

  private static Optional<ReferencePeriod> period(Reference reference, Table table) {
    return reference.personPeriods().keySet().stream()
        .filter(period -> period.name().equals(table.period()))
        .findAny();
  }

  private static ReferenceIndicator indicator(Table table) {
    return ReferenceIndicatorTable.all().stream()
        .filter(indicator -> indicator.id().equals(table.indicator()))
        .findAny()
        .orElseThrow();
  }

  /** Households of persons all of whose cells differ; all households when there is none. */
  private static List<String> suspects(
      List<ReferencePersonPeriod> rows, Set<ReferenceCell> differing) {
    Set<String> suspects = new TreeSet<>();
    for (ReferencePersonPeriod row : rows) {
      if (differing.containsAll(ReferenceCell.of(row))) {
        suspects.add(RandomPersons.householdOf(row.person()));
      }
    }
    if (suspects.isEmpty()) {
      rows.forEach(row -> suspects.add(RandomPersons.householdOf(row.person())));
    }
    return List.copyOf(suspects);
  }

  private List<String> fewest(List<String> suspects, Table table) throws Exception {
    List<String> left = suspects;
    if (left.size() > FIRST_SUSPECTS && differs(left.subList(0, FIRST_SUSPECTS), table)) {
      left = left.subList(0, FIRST_SUSPECTS);
    }
    while (left.size() > 1) {
      List<String> first = left.subList(0, left.size() / 2);
      List<String> second = left.subList(left.size() / 2, left.size());
      if (differs(first, table)) {
        left = first;
      } else if (differs(second, table)) {
        left = second;
      } else {
        return left;
      }
    }
    return left;
  }

  private boolean differs(List<String> households, Table table) throws Exception {
    RandomPersons some = drawn.only(households);
    Reference reference = Reference.of(some.tables(), some.asOf());
    return differing(reference, nights.of(some)).containsKey(table);
  }

  /** The cells whose numerator or denominator differs, or that one side lacks. */
  private Map<Table, Set<ReferenceCell>> differing(Reference reference, SecondOpinion.Night night)
      throws Exception {
    Map<List<String>, List<@Nullable Object>> expected =
        crude(
            Difference.rows(
                new SecondOpinion(reference, notMeasuredYet).expectedIndicatorValues()));
    Map<List<String>, List<@Nullable Object>> actual = crude(night.rows("indicator_value"));
    Set<List<String>> keys = new HashSet<>(expected.keySet());
    keys.addAll(actual.keySet());
    Map<Table, Set<ReferenceCell>> differing =
        new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    for (List<String> key : keys) {
      if (!isSame(expected.get(key), actual.get(key)) && !notMeasuredYet.contains(key.get(0))) {
        differing
            .computeIfAbsent(new Table(key.get(0), key.get(1)), any -> new HashSet<>())
            .add(
                new ReferenceCell(
                    key.get(2), key.get(3), key.get(4), key.get(5), key.get(6), key.get(7)));
      }
    }
    return differing;
  }

  private static Map<List<String>, List<@Nullable Object>> crude(
      List<Map<String, @Nullable Object>> rows) {
    Map<List<String>, List<@Nullable Object>> values = new HashMap<>();
    for (Map<String, @Nullable Object> row : rows) {
      if ("crude".equals(row.get("standard"))) {
        List<String> key = new ArrayList<>();
        for (String column : IndicatorValue.KEY.subList(0, 8)) {
          key.add(String.valueOf(row.get(column)));
        }
        List<@Nullable Object> value = new ArrayList<>();
        value.add(row.get("numerator"));
        value.add(row.get("denominator"));
        values.put(key, value);
      }
    }
    return values;
  }

  private static boolean isSame(
      @Nullable List<@Nullable Object> expected, @Nullable List<@Nullable Object> actual) {
    return expected != null
        && actual != null
        && isSame(expected.get(0), actual.get(0))
        && isSame(expected.get(1), actual.get(1));
  }

  private static boolean isSame(@Nullable Object expected, @Nullable Object actual) {
    if (expected instanceof Double left && actual instanceof Double right) {
      return Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left));
    }
    return Objects.equals(expected, actual);
  }
}
