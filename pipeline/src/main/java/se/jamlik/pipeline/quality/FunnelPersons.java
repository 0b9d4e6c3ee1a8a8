package se.jamlik.pipeline.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;

/**
 * Persons of a night before any numerator asks for them. Exact numbers, for the folder {@code
 * measured/} alone.
 *
 * @param known with a population row of any year
 * @param residents by period and municipality
 * @param silent by municipal table, the municipalities that did not deliver it
 */
public record FunnelPersons(
    long known, List<Residents> residents, Map<String, Set<String>> silent) {
  public FunnelPersons {
    residents = List.copyOf(residents);
    silent = Map.copyOf(silent);
  }

  /**
   * Persons resident in a municipality of the scope at the start or the end of a period.
   *
   * @param atEnd those of them who are at its end
   * @param inPopulation those in the population of each indicator whose denominator asks for more
   */
  public record Residents(
      String period, String municipality, long all, long atEnd, Map<String, Long> inPopulation) {
    public Residents {
      inPopulation = Map.copyOf(inPopulation);
    }
  }

  /** Counts the rows of all persons and periods in one pass. */
  public static FunnelPersons of(
      long known,
      Dataset<Row> personPeriods,
      List<IndicatorDefinition> indicators,
      Coverage coverage) {
    List<IndicatorDefinition> asking =
        indicators.stream().filter(FunnelPersons::asksForMoreThanThePopulation).toList();
    List<Column> counts = new ArrayList<>();
    counts.add(count_if(col("is_resident_at_end")));
    asking.forEach(indicator -> counts.add(count_if(expr(indicator.population()))));
    List<Residents> residents =
        personPeriods
            .groupBy("period", "municipality")
            .agg(count(lit(1)), counts.toArray(Column[]::new))
            .collectAsList()
            .stream()
            .map(row -> residents(row, asking))
            .toList();
    return new FunnelPersons(known, residents, coverage.silent());
  }

  private static Residents residents(Row row, List<IndicatorDefinition> asking) {
    int first = row.length() - asking.size();
    Map<String, Long> inPopulation = new HashMap<>();
    for (int i = 0; i < asking.size(); i++) {
      inPopulation.put(asking.get(i).id(), row.getLong(first + i));
    }
    return new Residents(
        row.getString(0), row.getString(1), row.getLong(2), row.getLong(3), inPopulation);
  }

  /** Whether somebody in the population may count for nothing in the denominator. */
  static boolean asksForMoreThanThePopulation(IndicatorDefinition indicator) {
    return !indicator.isPerMeanPopulation() && !indicator.denominator().strip().equals("1");
  }

  long resident(String period) {
    return residents.stream()
        .filter(group -> group.period().equals(period))
        .mapToLong(Residents::all)
        .sum();
  }

  /** Of the municipalities that delivered what the indicator needs. */
  long heard(IndicatorDefinition indicator, String period, ToLongFunction<Residents> count) {
    Set<String> without =
        indicator.needsOfMunicipality().stream()
            .flatMap(table -> silent.getOrDefault(table, Set.of()).stream())
            .collect(Collectors.toSet());
    return residents.stream()
        .filter(group -> group.period().equals(period))
        .filter(group -> !without.contains(group.municipality()))
        .mapToLong(count)
        .sum();
  }
}
