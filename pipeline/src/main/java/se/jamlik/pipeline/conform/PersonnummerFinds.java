package se.jamlik.pipeline.conform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.jamlik.pipeline.adapt.Arrival;
import se.jamlik.pipeline.adapt.Header.Slot;
import se.jamlik.pipeline.adapt.Refusal;

/**
 * Judges what may be a personnummer in one delivery. Twelve digits or a separator refuse it; ten
 * bare digits refuse it when they are many or stand where no pseudonym belongs.
 */
final class PersonnummerFinds {
  private static final Logger LOG = LoggerFactory.getLogger(PersonnummerFinds.class);

  /** Ten bare digits in fewer distinct values than this may be chance (inputs.md). */
  private static final int FEWEST_BARE = 3;

  /** Ten bare digits in a smaller share of a column's distinct values may be chance (inputs.md). */
  private static final double SMALLEST_BARE_SHARE = 0.05;

  private final IntToLongFunction distinct;
  private final Arrival arrival;
  private final List<Refusal> refusals = new ArrayList<>();
  private long doubtful;

  /** {@code distinct} tells how many distinct values a column has; it is asked when it must be. */
  PersonnummerFinds(IntToLongFunction distinct, Arrival arrival, List<ChunkOutcome> outcomes) {
    this.distinct = distinct;
    this.arrival = arrival;
    TreeMap<Integer, List<ChunkOutcome.Find>> byColumn = new TreeMap<>();
    outcomes.forEach(
        outcome ->
            outcome
                .finds()
                .forEach(
                    find ->
                        byColumn
                            .computeIfAbsent(find.column(), key -> new ArrayList<>())
                            .add(find)));
    byColumn.forEach(this::judge);
  }

  List<Refusal> refusals() {
    return refusals;
  }

  /** Rows with ten bare digits that are left to chance. */
  long doubtful() {
    return doubtful;
  }

  private void judge(int column, List<ChunkOutcome.Find> finds) {
    long certain = finds.stream().mapToLong(ChunkOutcome.Find::certain).sum();
    long bare = finds.stream().mapToLong(ChunkOutcome.Find::bare).sum();
    if (certain > 0) {
      refuse(
          column,
          certain,
          first(finds, ChunkOutcome.Find::certain, ChunkOutcome.Find::firstCertain));
    } else if (bare > 0 && (!isIdentity(column) || areMany(column, finds))) {
      refuse(column, bare, first(finds, ChunkOutcome.Find::bare, ChunkOutcome.Find::firstBare));
    } else {
      doubtful += bare;
      LOG.warn(
          "{}: {} values of ten digits in {} could be a personnummer by chance.",
          arrival.delivery().file(),
          bare,
          name(column));
    }
  }

  /** The first line of those parts of the delivery that have such rows. */
  private static long first(
      List<ChunkOutcome.Find> finds,
      ToLongFunction<ChunkOutcome.Find> rows,
      ToLongFunction<ChunkOutcome.Find> line) {
    return finds.stream()
        .filter(find -> rows.applyAsLong(find) > 0)
        .mapToLong(line)
        .min()
        .orElse(0);
  }

  private void refuse(int column, long rows, long line) {
    refusals.add(
        new Refusal(
            "Cannot read %s: %s holds a personnummer in %d rows, first on line %d. Ask the sender for a new delivery without it, and delete this one."
                .formatted(arrival.delivery().file(), name(column), rows, line),
            true));
  }

  private boolean isIdentity(int column) {
    if (column == Guard.NO_COLUMN) {
      return false;
    }
    Optional<Slot> slot = arrival.scan().header().slots(arrival.table()).get(column);
    return slot.isPresent()
        && arrival.table().columns().get(slot.get().column()).type().isIdentity();
  }

  private boolean areMany(int column, List<ChunkOutcome.Find> finds) {
    Set<Long> bare = new HashSet<>();
    finds.forEach(find -> bare.addAll(find.distinct()));
    return bare.size() >= FEWEST_BARE
        && bare.size() > SMALLEST_BARE_SHARE * distinct.applyAsLong(column);
  }

  private String name(int column) {
    return column == Guard.NO_COLUMN
        ? "text outside the columns"
        : "column '%s'".formatted(arrival.scan().header().names().get(column));
  }
}
