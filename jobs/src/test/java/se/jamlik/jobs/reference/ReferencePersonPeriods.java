package se.jamlik.jobs.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the rows of every person and period from an inbox. */
final class ReferencePersonPeriods {
  /** The column that dates a care, drug or act row. */
  private static final Map<String, String> DATED =
      Map.of(
          "par_slutenvard",
          "indatum",
          "par_oppenvard",
          "indatum",
          "pv_kontakt",
          "kontaktdatum",
          "lmed",
          "edatum",
          "khsl",
          "datum");

  private static final List<String> EVENT_TABLES =
      List.of(
          "par_slutenvard",
          "par_oppenvard",
          "pv_kontakt",
          "pv_listning",
          "lmed",
          "utskrivningsklar",
          "sip",
          "sol",
          "khsl",
          "lss",
          "eb",
          "bu");

  private final ReferenceTables.Inbox inbox;
  private final LocalDate asOf;
  private final ReferencePopulation population;
  private final ReferenceIncome income;
  private final ReferenceConditions conditions = new ReferenceConditions();
  private final Map<String, String> regsoByDeso = new HashMap<>();
  private final Map<String, Set<YearMonth>> assistedMonths = new HashMap<>();
  private final LocalDate dataThrough;

  ReferencePersonPeriods(ReferenceTables.Inbox inbox, LocalDate asOf, Collection<String> scope) {
    this.inbox = inbox;
    this.asOf = asOf;
    population = new ReferencePopulation(inbox, scope);
    income = new ReferenceIncome(inbox, population);
    inbox.of("geografi").forEach(row -> regsoByDeso.put(row.text("deso"), row.text("regso")));
    for (ReferenceRow row : inbox.of("eb")) {
      if (!row.isNull("hushall_id")) {
        assistedMonths
            .computeIfAbsent(row.text("hushall_id"), household -> new HashSet<>())
            .add((YearMonth) row.value("manad"));
      }
    }
    dataThrough = latestInpatientDate();
  }

  /** A care, drug or act row dated after as-of takes part in nothing. */
  static boolean takesPart(ReferenceRow row, LocalDate asOf) {
    String column = DATED.get(row.table().name());
    return column == null || !row.date(column).isAfter(asOf);
  }

  LocalDate dataThrough() {
    return dataThrough;
  }

  List<ReferencePeriod> periods() {
    return ReferencePeriod.all(population.deliveredYears(), asOf);
  }

  /** The beginning of time when no inpatient row says anything. */
  private LocalDate latestInpatientDate() {
    LocalDate latest = LocalDate.MIN;
    for (ReferenceRow row : inbox.of("par_slutenvard")) {
      for (String column : List.of("indatum", "utdatum")) {
        LocalDate date = row.date(column);
        if (date != null && !date.isAfter(asOf) && date.isAfter(latest)) {
          latest = date;
        }
      }
    }
    return latest;
  }

  /**
   * The first diagnosis date of the region's three tables of care; the end of time when they hold
   * nothing.
   */
  LocalDate earliestDiagnosisDate() {
    LocalDate earliest = LocalDate.MAX;
    for (String table : List.of("par_slutenvard", "par_oppenvard", "pv_kontakt")) {
      for (ReferenceRow row : inbox.of(table)) {
        if (takesPart(row, asOf)) {
          LocalDate date =
              table.equals("par_slutenvard")
                  ? ReferenceHospital.diagnosisDate(row)
                  : row.date(DATED.get(table));
          earliest = date.isBefore(earliest) ? date : earliest;
        }
      }
    }
    return earliest;
  }

  /** In the order of the periods, and in each by person. */
  Map<ReferencePeriod, List<ReferencePersonPeriod>> all() {
    Map<String, Map<String, List<ReferenceRow>>> events = eventsByPerson();
    Map<ReferencePeriod, List<ReferencePersonPeriod>> rows = new LinkedHashMap<>();
    periods().forEach(period -> rows.put(period, new ArrayList<>()));
    for (String lopnr : new TreeSet<>(population.persons())) {
      ReferencePerson person =
          new ReferencePerson(
              new ReferencePerson.Rows(events.getOrDefault(lopnr, Map.of())),
              population.diedOn(lopnr),
              dataThrough);
      rows.forEach(
          (period, ofPeriod) -> {
            ReferencePersonPeriod row = of(lopnr, person, period);
            if (row != null) {
              ofPeriod.add(row);
            }
          });
    }
    return rows;
  }

  private Map<String, Map<String, List<ReferenceRow>>> eventsByPerson() {
    Map<String, Map<String, List<ReferenceRow>>> events = new HashMap<>();
    for (String table : EVENT_TABLES) {
      for (ReferenceRow row : inbox.of(table)) {
        if (takesPart(row, asOf)) {
          events
              .computeIfAbsent(row.lopnr(), person -> new HashMap<>())
              .computeIfAbsent(table, name -> new ArrayList<>())
              .add(row);
        }
      }
    }
    return events;
  }

  private @Nullable ReferencePersonPeriod of(
      String lopnr, ReferencePerson person, ReferencePeriod period) {
    String atStart = population.residenceOn(lopnr, period.dayBefore());
    String atEnd = population.residenceOn(lopnr, period.measureDay());
    if (atStart == null && atEnd == null) {
      return null;
    }
    LocalDate attributeDay = atEnd != null ? period.measureDay() : period.dayBefore();
    String municipality = atEnd != null ? atEnd : atStart;
    ReferenceRow attributes = population.attributesOn(lopnr, attributeDay);
    int age = ReferencePopulation.ageOn(period.measureDay(), attributes);
    String deso = municipality.equals(attributes.text("kommun")) ? attributes.text("deso") : null;
    return new ReferencePersonPeriod(
        lopnr,
        municipality,
        deso,
        deso == null ? null : regsoByDeso.get(deso),
        attributes.integer("kon") == 2 ? "women" : "men",
        age,
        income.quintileOn(lopnr, attributeDay),
        income.educationOn(lopnr, attributeDay, age),
        birthRegion(attributes.text("fodelseland_grupp")),
        atEnd != null,
        hasDied(lopnr, period),
        person.municipalCare().isInSpecialHousingOn(period.measureDay()),
        ((atStart != null ? 1 : 0) + (atEnd != null ? 1 : 0)) / 2.0,
        ReferenceFacts.of(person, period, conditions, isHouseholdAssisted(attributes, period)));
  }

  private boolean hasDied(String lopnr, ReferencePeriod period) {
    LocalDate died = population.diedOn(lopnr);
    return died != null && period.holds(died);
  }

  private static String birthRegion(@Nullable String group) {
    return switch (group == null ? "" : group) {
      case "SE" -> "sweden";
      case "NORDEN", "EU", "EUROPA", "VARLDEN" -> "abroad";
      default -> "missing";
    };
  }

  /** Somebody of the household as it stood in the attribute row had assistance in the period. */
  private boolean isHouseholdAssisted(ReferenceRow attributes, ReferencePeriod period) {
    String household = attributes.text("hushall_id");
    return household != null
        && assistedMonths.getOrDefault(household, Set.of()).stream()
            .anyMatch(month -> period.holds(month.atDay(1)));
  }
}
