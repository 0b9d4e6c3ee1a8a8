package se.jamlik.jobs.reference;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who lives where on which day: rtb_bef on 31 December, and from there forward by rtb_flytt and
 * dors.
 */
final class ReferencePopulation {
  private static final List<String> ORDER_WITHIN_A_DAY =
      List.of("FODD", "INV", "UTFLYTT", "INFLYTT", "UTV", "DOD");

  private final Map<String, NavigableMap<Integer, ReferenceRow>> rows = new HashMap<>();
  private final TreeSet<Integer> deliveredYears = new TreeSet<>();
  private final Map<String, List<ReferenceRow>> moves;
  private final Map<String, LocalDate> deaths = new HashMap<>();
  private final Set<String> scope;

  ReferencePopulation(ReferenceTables.Inbox inbox, Collection<String> scope) {
    this.scope = Set.copyOf(scope);
    for (ReferenceRow row : inbox.of("rtb_bef")) {
      deliveredYears.add(row.integer("ar"));
      rows.computeIfAbsent(row.lopnr(), person -> new TreeMap<>()).put(row.integer("ar"), row);
    }
    moves = inbox.byPerson("rtb_flytt");
    moves.replaceAll((person, events) -> events.stream().sorted(MOVES_IN_ORDER).toList());
    inbox.of("dors").forEach(row -> deaths.put(row.lopnr(), row.date("dodsdat")));
  }

  private static final Comparator<ReferenceRow> MOVES_IN_ORDER =
      Comparator.comparing((ReferenceRow row) -> row.date("datum"))
          .thenComparing(row -> ORDER_WITHIN_A_DAY.indexOf(row.text("typ")));

  SortedSet<Integer> deliveredYears() {
    return deliveredYears;
  }

  Set<String> persons() {
    return rows.keySet();
  }

  @Nullable LocalDate diedOn(String person) {
    return deaths.get(person);
  }

  /** The municipality of the scope where the person lives that day; null for everybody else. */
  @Nullable String residenceOn(String person, LocalDate day) {
    String municipality = municipalityOn(person, day);
    return municipality != null && scope.contains(municipality) ? municipality : null;
  }

  private @Nullable String municipalityOn(String person, LocalDate day) {
    NavigableMap<Integer, ReferenceRow> ownRows = rows.get(person);
    Integer year = deliveredYears.floor(lastNewYearsEve(day).getYear());
    if (ownRows == null || year == null) {
      return null;
    }
    ReferenceRow row = ownRows.get(year);
    String municipality = row == null ? null : row.text("kommun");
    LocalDate base = LocalDate.of(year, 12, 31);
    if (day.equals(base)) {
      return municipality;
    }
    LocalDate died = deaths.get(person);
    if (died != null && !died.isAfter(day)) {
      return null;
    }
    for (ReferenceRow move : moves.getOrDefault(person, List.of())) {
      LocalDate date = move.date("datum");
      if (date.isAfter(base) && !date.isAfter(day)) {
        municipality =
            Set.of("UTV", "DOD").contains(move.text("typ")) ? null : move.text("till_kommun");
      }
    }
    return municipality;
  }

  /** The latest 31 December on or before the day. */
  static LocalDate lastNewYearsEve(LocalDate day) {
    LocalDate own = LocalDate.of(day.getYear(), 12, 31);
    return day.equals(own) ? own : own.minusYears(1);
  }

  /** The row that the person's attributes of that day are read from. */
  ReferenceRow attributesOn(String person, LocalDate day) {
    NavigableMap<Integer, ReferenceRow> ownRows = rows.get(person);
    Map.Entry<Integer, ReferenceRow> latest = ownRows.floorEntry(lastNewYearsEve(day).getYear());
    return (latest == null ? ownRows.firstEntry() : latest).getValue();
  }

  /**
   * Completed years on the measure day; an unknown month of birth counts as June, the day as the
   * 1st.
   */
  static int ageOn(LocalDate measureDay, ReferenceRow attributes) {
    Integer month = attributes.integer("fodelseman");
    int birthdayMonth = month == null ? 6 : month;
    int years = measureDay.getYear() - attributes.integer("fodelsear");
    return Math.max(0, measureDay.getMonthValue() < birthdayMonth ? years - 1 : years);
  }
}
