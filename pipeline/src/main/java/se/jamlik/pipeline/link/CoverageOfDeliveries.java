package se.jamlik.pipeline.link;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.vocabulary.Areas;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.Deliverer;
import se.jamlik.pipeline.vocabulary.Period;
import se.jamlik.pipeline.vocabulary.Settings;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/** Finds out what the deliveries cover, from all rows that hold their key, linked or not. */
record CoverageOfDeliveries(ConformedTables tables, Settings settings, LocalDate asOf) {

  Coverage of(List<Period> periods, List<LinkRate> linkRates) {
    return new Coverage(
        asOf,
        dataThrough().orElse(LocalDate.EPOCH),
        firstDiagnosis().orElse(asOf),
        periods,
        notDelivered(),
        silent(linkRates),
        areas());
  }

  private Set<String> notDelivered() {
    return tables.definitions().tables().stream()
        .filter(table -> !table.isRequired() && !tables.holds(table))
        .map(TableDefinition::table)
        .collect(Collectors.toSet());
  }

  private Map<String, Set<String>> silent(List<LinkRate> linkRates) {
    Map<String, Set<String>> silent = new TreeMap<>();
    for (TableDefinition table : tables.definitions().tables()) {
      if (table.deliverer() == Deliverer.MUNICIPALITY && tables.holds(table)) {
        Set<String> municipalities = new TreeSet<>(settings.scope().municipalities());
        linkRates.stream()
            .filter(rate -> rate.table().equals(table.table()))
            .map(LinkRate::municipality)
            .forEach(municipalities::remove);
        if (!municipalities.isEmpty()) {
          silent.put(table.table(), municipalities);
        }
      }
    }
    return silent;
  }

  /** Municipalities by their names, the small areas by their codes, and the scope. */
  private Areas areas() {
    Map<String, String> names = new TreeMap<>();
    Map<String, SortedSet<String>> municipalities = new TreeMap<>();
    settings.scope().municipalities().forEach(code -> names.put(code, code));
    Dataset<Row> geography = tables.table("geography");
    for (String area : List.of("deso", "regso")) {
      geography
          .select(area, "municipality")
          .distinct()
          .collectAsList()
          .forEach(
              row -> {
                String code = row.getString(0);
                names.put(code, code);
                municipalities
                    .computeIfAbsent(code, absent -> new TreeSet<>())
                    .add(row.getString(1));
              });
    }
    geography
        .where(col("municipality_name").isNotNull())
        .groupBy("municipality")
        .agg(min("municipality_name"))
        .collectAsList()
        .forEach(row -> names.put(row.getString(0), row.getString(1)));
    names.put("scope", settings.scope().name());
    return new Areas(names, municipalities);
  }

  private Optional<LocalDate> dataThrough() {
    return onlyDate(
        tables
            .table("inpatient_row")
            .select(explode(array(col("admitted_on"), col("discharged_on"))).as("day"))
            .where(col("day").leq(lit(asOf)))
            .agg(max("day")));
  }

  private Optional<LocalDate> firstDiagnosis() {
    return onlyDate(
        diagnosed(
                "inpatient_row", "admitted_on", coalesce(col("discharged_on"), col("admitted_on")))
            .union(diagnosed("outpatient_visit", "visited_on", col("visited_on")))
            .union(diagnosed("primary_care_contact", "contact_on", col("contact_on")))
            .agg(min("day")));
  }

  private Dataset<Row> diagnosed(String table, String datedOn, Column diagnosedOn) {
    return tables.table(table).where(col(datedOn).leq(lit(asOf))).select(diagnosedOn.as("day"));
  }

  private static Optional<LocalDate> onlyDate(Dataset<Row> oneRow) {
    return Optional.ofNullable(oneRow.as(Encoders.LOCALDATE()).first());
  }
}
