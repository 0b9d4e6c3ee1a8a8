package se.jamlik.pipeline.measure;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * A row of table condition_pair: the residents of a cell who have two conditions at once.
 *
 * @param persons null, as all numbers, where the status is not shown
 * @param expected persons if the conditions had nothing to do with each other
 * @param lift persons over expected
 * @param limits of the lift
 */
public record ConditionPair(
    PairCell source,
    @Nullable Long persons,
    @Nullable Double expected,
    @Nullable Double lift,
    Optional<Interval> limits,
    Status status,
    List<String> reasons) {
  public static final String TABLE = "condition_pair";
  public static final StructType SCHEMA =
      new StructType()
          .add("grouper", StringType)
          .add("condition_a", StringType)
          .add("condition_b", StringType)
          .add("period", StringType)
          .add("sex", StringType)
          .add("age_group", StringType)
          .add("persons", LongType)
          .add("expected", DoubleType)
          .add("lift", DoubleType)
          .add("ci_low", DoubleType)
          .add("ci_high", DoubleType)
          .add("status", StringType)
          .add("reason", StringType)
          .add("rank", LongType);

  public ConditionPair {
    reasons = List.copyOf(reasons);
  }

  /** The row of a lift that is given. */
  public static ConditionPair shown(PairCell source, PairSums sums, Estimate lift) {
    return new ConditionPair(
        source,
        sums.both().persons(),
        sums.expected(),
        lift.value(),
        lift.interval(),
        Status.SHOWN,
        source.reasons());
  }

  public static ConditionPair suppressed(PairCell source, List<String> why) {
    List<String> all = new ArrayList<>(why);
    all.addAll(source.reasons());
    return new ConditionPair(source, null, null, null, Optional.empty(), Status.SUPPRESSED, all);
  }

  /** The rows of exact numbers. */
  static List<ConditionPair> exact(List<PairCell> sources) {
    PoissonLimits limits = new PoissonLimits();
    return sources.stream()
        .map(source -> shown(source, source.sums(), source.sums().lift(limits)))
        .toList();
  }

  /** The table of these rows. */
  public static ReleaseTable table(List<ConditionPair> pairs) {
    Map<PairCell, Long> ranks = ranks(pairs);
    return new ReleaseTable(
        TABLE,
        SCHEMA,
        pairs.stream()
            .sorted(Comparator.comparing(ConditionPair::source))
            .map(pair -> pair.row(ranks.get(pair.source())))
            .toList());
  }

  /**
   * The place of each shown pair among those of its grouper and group, the strongest first: by the
   * lower limit of the lift, so that few persons give no strong pair; of equals by name.
   */
  private static Map<PairCell, Long> ranks(List<ConditionPair> pairs) {
    Map<PairCell, Long> ranks = new HashMap<>();
    pairs.stream()
        .filter(pair -> pair.status() == Status.SHOWN)
        .collect(
            Collectors.groupingBy(pair -> List.of(pair.source().grouper(), pair.source().cell())))
        .values()
        .forEach(
            ofGroup -> {
              List<ConditionPair> ordered =
                  ofGroup.stream()
                      .sorted(
                          Comparator.comparingDouble(ConditionPair::strength)
                              .reversed()
                              .thenComparing(ConditionPair::source))
                      .toList();
              for (int place = 0; place < ordered.size(); place++) {
                ranks.put(ordered.get(place).source(), place + 1L);
              }
            });
    return ranks;
  }

  private double strength() {
    return limits.map(Interval::low).orElse(0.0);
  }

  private Row row(@Nullable Long rank) {
    Cell cell = source.cell();
    return RowFactory.create(
        source.grouper(),
        source.conditionA(),
        source.conditionB(),
        cell.period(),
        cell.sex(),
        cell.ageGroup(),
        persons,
        expected,
        lift,
        limits.map(Interval::low).orElse(null),
        limits.map(Interval::high).orElse(null),
        status.text(),
        IndicatorValue.reason(reasons),
        rank);
  }
}
