package se.jamlik.pipeline.link;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.kept.Keeping;
import se.jamlik.pipeline.kept.Origin;
import se.jamlik.pipeline.kept.Slicing;
import se.jamlik.pipeline.kept.TableInParts;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Period;
import se.jamlik.pipeline.vocabulary.Settings;
import se.jamlik.pipeline.vocabulary.SideBySide;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/**
 * The stage link: finds who lived in the scope in each period, and which rows belong to them.
 *
 * @param asOf the logical date of the night
 * @param recordKey from which the persons of link rates are perturbed
 */
public record Linker(
    Definitions definitions, Settings settings, LocalDate asOf, RecordKey recordKey) {

  /**
   * Writes the linked tables, each into its own folder, whatever is there.
   *
   * @param conformed by our names; at least the population
   * @param folder of the stage
   */
  public Linked link(Map<String, Dataset<Row>> conformed, String folder) {
    return link(Delivered.unknown(conformed), folder, Keeping.anew(settings.buckets()));
  }

  /**
   * The linked tables, each in its own folder; one that is made from the same as before stays as it
   * lies.
   *
   * @param delivered at least the population
   * @param folder of the stage
   */
  public Linked link(Delivered delivered, String folder, Keeping keeping) {
    Dataset<Row> population = delivered.tables().get("population");
    if (population == null) {
      throw new IllegalArgumentException("Nobody can be linked without the table population");
    }
    ConformedTables tables =
        new ConformedTables(population.sparkSession(), delivered.tables(), definitions);
    List<Period> periods = Period.defaults(years(population), asOf);
    LinkedFolder stage =
        new LinkedFolder(population.sparkSession(), folder, keeping, Slicing.on(asOf, periods));

    Origin ofPersons =
        delivered
            .origin("population", "death")
            .with("secret of the record keys", delivered.recordKeys());
    TableInParts persons =
        stage.laid(
            "person",
            ofPersons,
            () -> KnownPersons.of(population, tables.table("death"), recordKey));
    Origin known = Origin.NOTHING.with("linked person", LinkedFolder.content(persons));
    KnownRows knownRows = new KnownRows(persons.rows(), asOf, settings.buckets());
    LastDays lastDays =
        LastDays.of(
            tables, delivered, new KeptByTable(table -> stage.text("days_of_" + table)), asOf);
    Supplier<Map<String, TableInParts>> events =
        () -> new LinkedEvents(tables, knownRows, delivered, lastDays, known).laid(stage, settings);
    Supplier<List<LinkRate>> rates =
        () ->
            new KeptLinkRates(new KeptByTable(table -> stage.text("link_rates_of_" + table)))
                .of(
                    linkRateOrigins(delivered, lastDays, known),
                    names -> LinkRates.of(names, tables, knownRows, recordKey));
    Map.Entry<TableInParts, Map.Entry<Map<String, TableInParts>, List<LinkRate>>> parts =
        SideBySide.both(
            () -> personPeriods(tables, delivered, stage), () -> SideBySide.both(events, rates));
    Map<String, TableInParts> linked = new LinkedHashMap<>();
    linked.put("person", persons);
    linked.put("person_period", parts.getKey());
    linked.putAll(parts.getValue().getKey());
    List<LinkRate> linkRates = parts.getValue().getValue();
    Coverage coverage = new CoverageOfDeliveries(tables, settings, asOf).of(periods, linkRates);
    return new Linked(linked, coverage, linkRates);
  }

  /** By the contract's name of the table. */
  private Map<String, Origin> linkRateOrigins(
      Delivered delivered, LastDays lastDays, Origin known) {
    return tablesOfEvents()
        .collect(
            Collectors.toMap(
                TableDefinition::table,
                table ->
                    delivered
                        .origin(table.becomes())
                        .withAll(lastDays.causes(table.becomes()))
                        .withAll(known.causes())
                        .with("secret of the record keys", delivered.recordKeys())));
  }

  private Stream<TableDefinition> tablesOfEvents() {
    return definitions.tables().stream().filter(table -> table.event() != null);
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
    return LinkRates.of(
        tablesOfEvents().map(TableDefinition::table).collect(Collectors.toSet()),
        tables,
        new KnownRows(persons, asOf, settings.buckets()),
        recordKey);
  }

  private TableInParts personPeriods(
      ConformedTables tables, Delivered delivered, LinkedFolder stage) {
    List<Period> periods = stage.slicing().periods();
    Origin origin =
        delivered
            .origin("population", "migration", "death", "income")
            .with("periods", periods.stream().map(Period::name).toList())
            .with("setting scope.municipalities", settings.scope().municipalities());
    TableInParts drafts =
        stage.laid(
            "person_period_draft",
            origin,
            () ->
                new PeriodResidents(
                        periods,
                        settings.scope().municipalities(),
                        years(tables.table("population")),
                        years(tables.table("income")))
                    .of(tables));
    return stage.laid(
        "person_period",
        delivered
            .origin("geography")
            .with("periods", periods.stream().map(Period::name).toList())
            .with("linked person_period_draft", LinkedFolder.content(drafts)),
        () -> IncomeQuintiles.added(drafts.rows(), tables.table("geography"), periods));
  }

  /** The distinct years that a table has rows of; a handful. */
  private static TreeSet<Integer> years(Dataset<Row> rows) {
    Collection<Integer> years =
        rows.select(col("year")).distinct().as(Encoders.INT()).collectAsList();
    return new TreeSet<>(years);
  }
}
