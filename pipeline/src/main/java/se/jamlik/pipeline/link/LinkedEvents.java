package se.jamlik.pipeline.link;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.kept.Origin;
import se.jamlik.pipeline.kept.TableInParts;
import se.jamlik.pipeline.vocabulary.PersonTables;
import se.jamlik.pipeline.vocabulary.Settings;
import se.jamlik.pipeline.vocabulary.SideBySide;

/**
 * What happened to the known persons: one table for each that was delivered, and what they share.
 */
final class LinkedEvents {
  private final ConformedTables tables;
  private final KnownRows known;
  private final Delivered delivered;
  private final LastDays lastDays;
  private final Origin persons;
  private final List<Event> events = new ArrayList<>();

  /**
   * The tables that are to be laid.
   *
   * @param persons what the known persons are made from
   */
  LinkedEvents(
      ConformedTables tables,
      KnownRows known,
      Delivered delivered,
      LastDays lastDays,
      Origin persons) {
    this.tables = tables;
    this.known = known;
    this.delivered = delivered;
    this.lastDays = lastDays;
    this.persons = persons;
  }

  private record Event(String name, Origin origin, Supplier<Dataset<Row>> rows) {}

  /** Lays them side by side. */
  Map<String, TableInParts> laid(LinkedFolder stage, Settings settings) {
    add("inpatient_row", CareEvents::inpatientRows);
    add("outpatient_visit", CareEvents::outpatientVisits);
    add("primary_care_contact", CareEvents::primaryCareContacts);
    add("listing", CareEvents::listings);
    add("discharge_ready", CareEvents::dischargesReady);
    add("care_plan", CareEvents::carePlans);
    add("social_service", MunicipalEvents::socialServices);
    add("disability_service", MunicipalEvents::disabilityServices);
    add("child_measure", MunicipalEvents::childMeasures);
    add("municipal_care_act", MunicipalEvents::acts);
    add("economic_assistance", MunicipalEvents::economicAssistance);
    events.add(new Event("death", persons, this::deaths));
    events.add(
        new Event(
            "diagnosis",
            origin("inpatient_row", "outpatient_visit", "primary_care_contact"),
            () -> Diagnoses.of(tables, known)));
    int unknownDoseDays = settings.choices().unknownDoseDays();
    events.add(
        new Event(
            "dispensing",
            origin("dispensed_row").with("setting choices.unknown-dose-days", unknownDoseDays),
            () -> Dispensings.of(tables.table("dispensed_row"), known, unknownDoseDays)));
    Map<String, TableInParts> laid = new LinkedHashMap<>();
    SideBySide.each(
            events,
            event ->
                Map.entry(event.name(), stage.laid(event.name(), event.origin(), event.rows())))
        .forEach(table -> laid.put(table.getKey(), table.getValue()));
    return laid;
  }

  private void add(String name, BiFunction<Dataset<Row>, KnownRows, Dataset<Row>> linking) {
    events.add(new Event(name, origin(name), () -> linking.apply(tables.table(name), known)));
  }

  private Origin origin(String... names) {
    return delivered.origin(names).withAll(persons.causes()).withAll(lastDays.causes(names));
  }

  private Dataset<Row> deaths() {
    return known
        .persons()
        .where(col("died_day").isNotNull())
        .select(PersonTables.PERSON, "died_day");
  }
}
