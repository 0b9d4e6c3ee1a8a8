package se.jamlik.pipeline.adapt;

import java.util.ArrayList;
import java.util.List;
import se.jamlik.pipeline.vocabulary.ColumnDefinition;
import se.jamlik.pipeline.vocabulary.Personnummer;
import se.jamlik.pipeline.vocabulary.Personnummer.Find;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/** What refuses a delivery before its rows are read: its name, its bytes and its header. */
final class DeliveryChecks {
  private DeliveryChecks() {}

  /** {@code name} is the path below the inbox as it may be shown. */
  static List<Refusal> of(Inbox.File file, String name, Scan scan, int lastYear) {
    List<Refusal> refusals = new ArrayList<>();
    // A name is no column of pseudonyms or identifiers: ten bare digits are enough.
    if (Personnummer.in(file.name(), lastYear) != Find.NOTHING) {
      refusals.add(
          new Refusal(
              "Cannot read %s: the file name holds a personnummer. Ask the sender for a new delivery without it, and delete this one."
                  .formatted(name),
              true));
    }
    if (scan.isRefused()) {
      refusals.add(
          new Refusal(
              "Cannot read %s: %s. Ask the sender for a new delivery."
                  .formatted(name, scan.problem()),
              false));
      return refusals;
    }
    for (int column = 0; column < scan.header().names().size(); column++) {
      if (Personnummer.in(scan.header().names().get(column), lastYear) != Find.NOTHING) {
        refusals.add(
            new Refusal(
                "Cannot read %s: the header of column %d, line 1, holds a personnummer. Ask the sender for a new delivery without it, and delete this one."
                    .formatted(name, column + 1),
                true));
      }
    }
    header(file.table(), name, scan.header(), lastYear).forEach(refusals::add);
    return refusals;
  }

  private static List<Refusal> header(
      TableDefinition table, String name, Header header, int lastYear) {
    List<Refusal> refusals = new ArrayList<>();
    List<String> missing = header.missing(table);
    if (!missing.isEmpty()) {
      long required = table.columns().stream().filter(ColumnDefinition::isRequired).count();
      refusals.add(
          new Refusal(
              "Cannot read %s: %s '%s' %s missing (expected %d required columns, found %d). Ask the sender for a new delivery."
                  .formatted(
                      name,
                      missing.size() == 1 ? "column" : "columns",
                      String.join("', '", missing),
                      missing.size() == 1 ? "is" : "are",
                      required,
                      required - missing.size()),
              false));
    }
    // Without a required column the line may be no header but a row, whose values are not told.
    List<String> repeated =
        header.repeated().stream()
            .filter(column -> missing.isEmpty() || header.isKnown(column, table))
            .toList();
    if (!repeated.isEmpty()) {
      refusals.add(
          new Refusal(
              "Cannot read %s: the header names '%s' more than once (expected each column once). Ask the sender for a new delivery."
                  .formatted(name, Personnummer.masked(String.join("', '", repeated), lastYear)),
              false));
    }
    return refusals;
  }
}
