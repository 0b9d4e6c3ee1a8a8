package se.jamlik.pipeline.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * A row of table condition_triad: the residents of the scope who have three conditions at once.
 *
 * @param rank 1 for the most common of the grouper and period
 * @param persons null, as all numbers, where the status is not shown
 * @param expected persons if the conditions had nothing to do with each other
 * @param lift persons over expected, with limits
 */
public record ConditionTriad(
    TriadCell source,
    long rank,
    @Nullable Long persons,
    @Nullable Double expected,
    Optional<Estimate> lift,
    Status status,
    List<String> reasons) {
  public static final String TABLE = "condition_triad";
  private static final TableColumns<ConditionTriad> COLUMNS =
      new TableColumns<ConditionTriad>()
          .text("grouper", row -> row.source().grouper())
          .text("condition_a", row -> row.source().conditions().get(0))
          .text("condition_b", row -> row.source().conditions().get(1))
          .text("condition_c", row -> row.source().conditions().get(2))
          .cell(row -> row.source().cell(), "period", "sex")
          .count("rank", ConditionTriad::rank)
          .count("persons", ConditionTriad::persons)
          .number("expected", ConditionTriad::expected)
          .number("lift", row -> row.lift().map(Estimate::value).orElse(null))
          .limits(row -> row.lift().flatMap(Estimate::interval))
          .status(ConditionTriad::status, ConditionTriad::reasons);

  public ConditionTriad {
    reasons = List.copyOf(reasons);
  }

  /** A triad and its place among those of its grouper and period. */
  public record Ranked(TriadCell cell, long rank) {}

  /** The triads that have a row, in the order of the table: by grouper, period and rank. */
  public static List<Ranked> ranked(List<TriadCell> triads, ToLongFunction<TriadCell> persons) {
    return triads.stream()
        .collect(
            Collectors.groupingBy(
                TriadCell::grouper,
                TreeMap::new,
                Collectors.groupingBy(
                    triad -> triad.cell().period(), TreeMap::new, Collectors.toList())))
        .values()
        .stream()
        .flatMap(ofGrouper -> ofGrouper.values().stream())
        .flatMap(ofPeriod -> ranked(TriadCell.mostCommon(ofPeriod, persons)))
        .toList();
  }

  private static Stream<Ranked> ranked(List<TriadCell> ordered) {
    return IntStream.range(0, ordered.size())
        .mapToObj(place -> new Ranked(ordered.get(place), place + 1L));
  }

  /** The row of a lift that is given. */
  public static ConditionTriad shown(Ranked ranked, TriadSums sums, Estimate lift) {
    return new ConditionTriad(
        ranked.cell(),
        ranked.rank(),
        sums.all().persons(),
        sums.expected(),
        Optional.of(lift),
        Status.SHOWN,
        ranked.cell().reasons());
  }

  public static ConditionTriad suppressed(Ranked ranked, List<String> why) {
    List<String> all = new ArrayList<>(why);
    all.addAll(ranked.cell().reasons());
    return new ConditionTriad(
        ranked.cell(), ranked.rank(), null, null, Optional.empty(), Status.SUPPRESSED, all);
  }

  /** The rows of exact numbers. */
  static List<ConditionTriad> exact(List<TriadCell> triads) {
    PoissonLimits limits = new PoissonLimits();
    return ranked(triads, TriadCell::persons).stream()
        .map(triad -> shown(triad, triad.cell().sums(), triad.cell().sums().lift(limits)))
        .toList();
  }

  /** The table of these rows. */
  public static ReleaseTable table(List<ConditionTriad> triads) {
    return COLUMNS.table(
        TABLE,
        triads.stream()
            .sorted(
                Comparator.comparing((ConditionTriad triad) -> triad.source().grouper())
                    .thenComparing(triad -> triad.source().cell())
                    .thenComparing(ConditionTriad::rank)));
  }
}
