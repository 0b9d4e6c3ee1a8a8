package se.jamlik.jobs.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.jamlik.jobs.reference.ReferenceTables.LinkRate;

/** Makes the rows of link_rate: how many rows belong to somebody of the population register. */
final class ReferenceLinkRates {
  private static final Map<String, String> EVENT_DATE =
      Map.ofEntries(
          Map.entry("rtb_flytt", "datum"),
          Map.entry("lisa", "ar"),
          Map.entry("dors", "dodsdat"),
          Map.entry("par_slutenvard", "indatum"),
          Map.entry("par_oppenvard", "indatum"),
          Map.entry("pv_kontakt", "kontaktdatum"),
          Map.entry("pv_listning", "fom"),
          Map.entry("lmed", "edatum"),
          Map.entry("utskrivningsklar", "utskrivningsklar"),
          Map.entry("sip", "upprattad"),
          Map.entry("sol", "fom"),
          Map.entry("lss", "fom"),
          Map.entry("khsl", "datum"),
          Map.entry("eb", "manad"),
          Map.entry("bu", "start"));
  private static final Set<String> MUNICIPAL = Set.of("sol", "khsl", "lss", "eb", "bu");

  private ReferenceLinkRates() {}

  private static final class Count {
    private long rows;
    private long linked;
    private final Set<String> persons = new HashSet<>();
    private final Set<String> linkedPersons = new HashSet<>();

    void add(String person, boolean isLinked) {
      rows++;
      persons.add(person);
      if (isLinked) {
        linked++;
        linkedPersons.add(person);
      }
    }
  }

  static List<LinkRate> rows(ReferenceTables.Inbox inbox, LocalDate asOf) {
    Set<String> population =
        inbox.of("rtb_bef").stream().map(ReferenceRow::lopnr).collect(Collectors.toSet());
    List<LinkRate> rates = new ArrayList<>();
    for (String table : new TreeMap<>(EVENT_DATE).keySet()) {
      Map<List<String>, Count> counts =
          new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
      for (ReferenceRow row : inbox.of(table)) {
        if (ReferencePersonPeriods.takesPart(row, asOf)) {
          String municipality = MUNICIPAL.contains(table) ? row.text("kommun") : "all";
          for (String period : periods(row.value(EVENT_DATE.get(table)))) {
            counts
                .computeIfAbsent(List.of(municipality, period), any -> new Count())
                .add(row.lopnr(), population.contains(row.lopnr()));
          }
        }
      }
      counts.forEach((key, count) -> rates.add(rate(table, key, count)));
    }
    return rates;
  }

  private static List<String> periods(@Nullable Object date) {
    if (date == null) {
      return List.of("all");
    }
    int year =
        date instanceof LocalDate day
            ? day.getYear()
            : date instanceof YearMonth month ? month.getYear() : (Integer) date;
    return List.of("all", String.valueOf(year));
  }

  private static LinkRate rate(String table, List<String> key, Count count) {
    return new LinkRate(
        table,
        key.get(0),
        key.get(1),
        count.rows,
        count.linked,
        count.persons.size(),
        count.linkedPersons.size(),
        (double) count.linked / count.rows);
  }
}
