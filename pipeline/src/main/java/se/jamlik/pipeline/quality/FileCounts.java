package se.jamlik.pipeline.quality;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.jamlik.pipeline.adapt.Delivery;

/** Counts what became of the files of each table, from the ledger. */
final class FileCounts {
  /** Files back that the newest is compared with, and how many of them there must be. */
  private static final int MOST_FILES = 30;

  private static final int FEWEST_FILES = 6;

  private final List<Delivery> deliveries;
  private final Function<String, Long> held;

  /**
   * @param deliveries in ledger order
   * @param held how many rows of a table hold their key
   */
  FileCounts(List<Delivery> deliveries, Function<String, Long> held) {
    this.deliveries = deliveries;
    this.held = held;
  }

  Count of(Check check) {
    List<Delivery> files =
        deliveries.stream().filter(file -> file.table().equals(check.table())).toList();
    List<Delivery> read = files.stream().filter(Delivery::isAccepted).toList();
    long rows = sum(read, Delivery::rows);
    return switch (check.rule().counts()) {
      case REQUIRED_TABLE -> Count.of(check, sum(read, Delivery::accepted) == 0 ? 1 : 0, 1);
      case QUARANTINED_ROWS -> Count.of(check, sum(read, Delivery::quarantined), rows);
      case REPEATED_ROWS ->
          Count.of(check, sum(files, Delivery::duplicates), sum(files, Delivery::rows));
      case REPLACED_ROWS -> Count.of(check, sum(read, Delivery::replaced), rows);
      case OVERTAKEN_ROWS -> overtaken(check, read);
      case REFUSED_FILES ->
          Count.of(
              check,
              files.stream().filter(file -> file.verdict().equals(Delivery.REFUSED)).count(),
              files.size());
      case UNKNOWN_COLUMNS ->
          Count.of(
              check,
              files.stream().filter(file -> !file.unknownColumns().isEmpty()).count(),
              files.size());
      case UNUSUAL_FILE -> unusual(check, read);
      case SMALLER_FILE -> smaller(check, read);
      default ->
          throw new IllegalArgumentException(
              "Check %s does not count files".formatted(check.name()));
    };
  }

  /**
   * Rows that lost their key to a later row of their own file: each accepted row is the first of
   * its key, took the key over from an earlier file, or took it over within its file.
   */
  private Count overtaken(Check check, List<Delivery> read) {
    long accepted = sum(read, Delivery::accepted);
    long first = held.apply(check.table());
    return Count.of(check, accepted - sum(read, Delivery::replaced) - first, accepted);
  }

  private static Count unusual(Check check, List<Delivery> read) {
    int last = read.size() - 1;
    if (last < FEWEST_FILES) {
      return Count.of(check, 0, 0);
    }
    Spread usual =
        Spread.of(
            read.subList(Math.max(0, last - MOST_FILES), last).stream()
                .map(Delivery::rows)
                .collect(Collectors.toList()));
    return Count.of(check, usual.isFarFrom(read.get(last).rows()) ? 1 : 0, 1);
  }

  /** Rows that the newest file has less than the one before it, of those that it had. */
  private static Count smaller(Check check, List<Delivery> read) {
    if (read.size() < 2) {
      return Count.of(check, 0, 0);
    }
    long before = read.get(read.size() - 2).rows();
    long newest = read.get(read.size() - 1).rows();
    return Count.of(check, Math.max(0, before - newest), before);
  }

  private static long sum(List<Delivery> files, Function<Delivery, Long> count) {
    return files.stream().mapToLong(count::apply).sum();
  }
}
