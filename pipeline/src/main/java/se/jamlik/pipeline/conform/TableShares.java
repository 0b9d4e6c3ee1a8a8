package se.jamlik.pipeline.conform;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.vocabulary.Sha256;

/**
 * The account of every file as the tables of the contract see it. A file of another shape may feed
 * several tables: each has its share, whose hash is that of all files of the extract, because its
 * rows are made from them together.
 */
final class TableShares {
  private final List<SettledTable> tables;
  private final Map<String, String> extracts;

  private TableShares(List<SettledTable> tables, Map<String, String> extracts) {
    this.tables = tables;
    this.extracts = extracts;
  }

  /** In ledger order. */
  static List<Delivery> of(List<Delivery> accounts, List<SettledTable> tables) {
    Map<String, String> extracts =
        accounts.stream()
            .filter(delivery -> delivery.extract().isPresent() && delivery.isAccepted())
            .collect(
                Collectors.groupingBy(
                    delivery -> delivery.extract().orElseThrow(),
                    Collectors.collectingAndThen(
                        Collectors.mapping(Delivery::sha256, Collectors.joining(",")),
                        Sha256::of)));
    TableShares shares = new TableShares(tables, extracts);
    return accounts.stream().flatMap(shares::of).toList();
  }

  private Stream<Delivery> of(Delivery delivery) {
    return delivery
        .extract()
        .map(
            extract ->
                tables.stream()
                    .filter(table -> rows(table, delivery) > 0)
                    .map(table -> share(table, delivery, extracts.getOrDefault(extract, ""))))
        .orElseGet(() -> Stream.of(delivery));
  }

  private static Delivery share(SettledTable table, Delivery delivery, String sha256) {
    long replacing = table.allRowsOf(delivery.number(), KeyCounts.REPLACING);
    return new Delivery(
        delivery.number(),
        table.table().table(),
        delivery.file(),
        sha256,
        delivery.deliveredAt(),
        rows(table, delivery),
        table.allRowsOf(delivery.number(), KeyCounts.ACCEPTED) + replacing,
        0,
        table.allRowsOf(delivery.number(), KeyCounts.DUPLICATE),
        replacing,
        0,
        List.of(),
        Delivery.ACCEPTED);
  }

  private static long rows(SettledTable table, Delivery delivery) {
    return table.allRowsOf(delivery.number(), KeyCounts.ACCEPTED)
        + table.allRowsOf(delivery.number(), KeyCounts.REPLACING)
        + table.allRowsOf(delivery.number(), KeyCounts.DUPLICATE);
  }
}
