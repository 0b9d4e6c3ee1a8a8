package se.jamlik.pipeline.measure;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.link.RecordKey;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;

/**
 * How much of a group's amount the residents with the largest amounts have, exactly and in two
 * passes: the first counts amounts by size and so finds about where each top ends, the second adds
 * up what lies above and tells the amounts near the end apart. Only cells reach the driver, and
 * amounts are whole millionths, so that no sum depends on the order of the rows.
 *
 * @param amount of a resident
 * @param shares of that amount
 * @param keys the record keys of persons
 */
record TopShares(Amount amount, List<IndicatorDefinition> shares, RecordKey keys) {

  /** What several shares have in common. */
  record Amount(String population, String expression, Set<String> leftOutOfScope) {}

  /**
   * The sums of each indicator, by its name, in every cell that has any amount.
   *
   * @param without the municipalities that the scope's value of an indicator is computed without
   */
  static Map<String, SortedMap<Cell, GroupSums>> of(
      Dataset<Row> personPeriods,
      List<IndicatorDefinition> shares,
      Function<IndicatorDefinition, Set<String>> without,
      RecordKey keys) {
    Map<String, SortedMap<Cell, GroupSums>> sums = new HashMap<>();
    shares.stream()
        .collect(
            Collectors.groupingBy(
                share -> new Amount(share.population(), share.numerator(), without.apply(share))))
        .forEach(
            (amount, ofAmount) ->
                sums.putAll(new TopShares(amount, ofAmount, keys).sums(personPeriods)));
    return sums;
  }

  /** Of different periods, so that no cell is in both. */
  static Map<String, SortedMap<Cell, GroupSums>> merged(
      Map<String, SortedMap<Cell, GroupSums>> one, Map<String, SortedMap<Cell, GroupSums>> other) {
    other.forEach(
        (share, cells) -> one.computeIfAbsent(share, absent -> new TreeMap<>()).putAll(cells));
    return one;
  }

  private Map<String, SortedMap<Cell, GroupSums>> sums(Dataset<Row> personPeriods) {
    List<Integer> percents = shares.stream().map(IndicatorDefinition::topPercent).toList();
    JavaRDD<Row> rows = rows(personPeriods).javaRDD();
    HashMap<Cell, AmountTotals> totals = totals(rows, percents);
    Map<Cell, List<AmountTotals.Added>> tops = tops(rows, totals, percents);

    Map<String, SortedMap<Cell, GroupSums>> sums = new HashMap<>();
    for (int place = 0; place < shares.size(); place++) {
      SortedMap<Cell, GroupSums> ofShare = new TreeMap<>();
      for (Map.Entry<Cell, AmountTotals> ofCell : totals.entrySet()) {
        List<AmountTotals.Added> top = tops.getOrDefault(ofCell.getKey(), List.of());
        ofShare.put(ofCell.getKey(), groupSums(top.get(place), ofCell.getValue()));
      }
      sums.put(shares.get(place).id(), ofShare);
    }
    return sums;
  }

  private Dataset<Row> rows(Dataset<Row> personPeriods) {
    List<Column> columns = new ArrayList<>();
    BaseCell.PERSON_PERIOD_COLUMNS.forEach(name -> columns.add(col(name)));
    columns.add(when(expr(amount.population()), millionths(amount.expression())).as("amount"));
    return personPeriods.select(columns.toArray(Column[]::new));
  }

  /** An amount in whole millionths, 0 where there is none. */
  static Column millionths(String expression) {
    return expr(millionthsOf(expression));
  }

  /** The same as SQL. */
  static String millionthsOf(String expression) {
    return "coalesce(cast(cast((%s) as decimal(20, 6)) * 1000000 as bigint), 0L)"
        .formatted(expression);
  }

  private HashMap<Cell, AmountTotals> totals(JavaRDD<Row> rows, List<Integer> percents) {
    return new HashMap<>(
        tallied(rows, cell -> Optional.of(new AmountCounts()))
            .mapValues(counts -> counts.totals(percents))
            .filter(cell -> cell._2().all().sum() > 0)
            .collectAsMap());
  }

  private Map<Cell, List<AmountTotals.Added>> tops(
      JavaRDD<Row> rows, HashMap<Cell, AmountTotals> totals, List<Integer> percents) {
    return tallied(rows, cell -> Optional.ofNullable(totals.get(cell)).map(TopAmounts::new))
        .mapValues(top -> top.added(percents))
        .collectAsMap();
  }

  private <T extends Tally<T>> JavaPairRDD<Cell, T> tallied(
      JavaRDD<Row> rows, TallyKernel.NewTally<T> newTally) {
    return rows.mapPartitionsToPair(new TallyKernel<>(amount.leftOutOfScope(), keys, newTally))
        .reduceByKey(Tally::with);
  }

  private static GroupSums groupSums(AmountTotals.Added top, AmountTotals totals) {
    Sums sums =
        new Sums(top.counted(), totals.all().counted(), Counted.NONE, Counted.NONE, Squares.NONE);
    return new GroupSums(sums, List.of(), AmountTotals.whole(totals.twoLargest()));
  }
}
