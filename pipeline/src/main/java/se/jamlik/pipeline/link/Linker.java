package se.jamlik.pipeline.link;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Period;
import se.jamlik.pipeline.vocabulary.PersonTables;
import se.jamlik.pipeline.vocabulary.Settings;

/**
 * The stage link: finds who lived in the scope in each period, and which rows belong to them.
 *
 * @param asOf the logical date of the night
 * @param recordKey from which the persons of link rates are perturbed
 */
public record Linker(
    Definitions definitions, Settings settings, LocalDate asOf, RecordKey recordKey) {

  /**
   * Writes the linked tables, each into its own folder.
   *
   * @param conformed by our names; at least the population
   * @param folder of the stage
   */
  public Linked link(Map<String, Dataset<Row>> conformed, String folder) {
    Dataset<Row> population = conformed.get("population");
    if (population == null) {
      throw new IllegalArgumentException("Nobody can be linked without the table population");
    }
    ConformedTables tables = new ConformedTables(population.sparkSession(), conformed, definitions);
    List<Period> periods = Period.defaults(years(population), asOf);

    LinkedFolder stage = new LinkedFolder(folder, settings.buckets());
    Map<String, Dataset<Row>> linked = new LinkedHashMap<>();
    Dataset<Row> persons =
        stage.written("person", KnownPersons.of(population, tables.table("death"), recordKey));
    linked.put("person", persons);
    linked.put("person_period", personPeriods(tables, periods, stage));
    KnownRows known = new KnownRows(persons, asOf, settings.buckets());
    linked.putAll(stage.written(events(tables, known)));

    List<LinkRate> linkRates = LinkRates.of(tables, known, recordKey);
    Coverage coverage = new CoverageOfDeliveries(tables, settings, asOf).of(periods, linkRates);
    return new Linked(linked, coverage, linkRates);
  }

  /**
   * How many rows belong to somebody, without linking any.
   *
   * @param conformed by our names
   * @return none when there is no population to belong to
   */
  public List<LinkRate> linkRates(Map<String, Dataset<Row>> conformed) {
    Dataset<Row> population = conformed.get("population");
    if (population == null) {
      return List.of();
    }
    ConformedTables tables = new ConformedTables(population.sparkSession(), conformed, definitions);
    Dataset<Row> persons = KnownPersons.of(population, tables.table("death"), recordKey);
    return LinkRates.of(tables, new KnownRows(persons, asOf, settings.buckets()), recordKey);
  }

  private Dataset<Row> personPeriods(
      ConformedTables tables, List<Period> periods, LinkedFolder stage) {
    PeriodResidents residents =
        new PeriodResidents(
            periods,
            settings.scope().municipalities(),
            years(tables.table("population")),
            years(tables.table("income")));
    Dataset<Row> drafts = stage.written("person_period_draft", residents.of(tables));
    return stage.written(
        "person_period", IncomeQuintiles.added(drafts, tables.table("geography"), periods));
  }

  private Map<String, Dataset<Row>> events(ConformedTables tables, KnownRows known) {
    Map<String, BiFunction<Dataset<Row>, KnownRows, Dataset<Row>>> ofOneTable =
        new LinkedHashMap<>();
    ofOneTable.put("inpatient_row", CareEvents::inpatientRows);
    ofOneTable.put("outpatient_visit", CareEvents::outpatientVisits);
    ofOneTable.put("primary_care_contact", CareEvents::primaryCareContacts);
    ofOneTable.put("listing", CareEvents::listings);
    ofOneTable.put("discharge_ready", CareEvents::dischargesReady);
    ofOneTable.put("care_plan", CareEvents::carePlans);
    ofOneTable.put("social_service", MunicipalEvents::socialServices);
    ofOneTable.put("disability_service", MunicipalEvents::disabilityServices);
    ofOneTable.put("child_measure", MunicipalEvents::childMeasures);
    ofOneTable.put("municipal_care_act", MunicipalEvents::acts);
    ofOneTable.put("economic_assistance", MunicipalEvents::economicAssistance);

    Map<String, Dataset<Row>> events = new LinkedHashMap<>();
    ofOneTable.forEach(
        (name, linking) -> events.put(name, linking.apply(tables.table(name), known)));
    events.put("death", deaths(known));
    events.put("diagnosis", Diagnoses.of(tables, known));
    events.put(
        "dispensing",
        Dispensings.of(tables.table("dispensed_row"), known, settings.choices().unknownDoseDays()));
    return events;
  }

  private static Dataset<Row> deaths(KnownRows known) {
    return known
        .persons()
        .where(col("died_day").isNotNull())
        .select(PersonTables.PERSON, "died_day");
  }

  /** The distinct years that a table has rows of; a handful. */
  private static TreeSet<Integer> years(Dataset<Row> rows) {
    Collection<Integer> years =
        rows.select(col("year")).distinct().as(Encoders.INT()).collectAsList();
    return new TreeSet<>(years);
  }
}
