package se.jamlik.jobs.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads an inbox as one run that has never seen any of it: files in byte order of their path below
 * the inbox.
 */
final class ReferenceFiles {
  private final Map<String, ReferenceLedger> ledgers = new TreeMap<>();
  private final Set<String> acceptedHashes = new HashSet<>();
  private final List<ReferenceTables.Delivery> deliveries = new ArrayList<>();
  private final List<ReferenceTables.Quarantined> quarantined = new ArrayList<>();

  private ReferenceFiles() {}

  static ReferenceTables.Inbox read(Path inbox) {
    ReferenceFiles files = new ReferenceFiles();
    try {
      for (Path file : deliveriesBelow(inbox)) {
        files.take(inbox, file);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return files.inbox();
  }

  /**
   * Rows drawn in a test: one file for each table, whose line numbers are the places in the list +
   * 2.
   */
  static ReferenceTables.Inbox ofRows(Map<String, List<Map<String, String>>> tables) {
    ReferenceFiles files = new ReferenceFiles();
    new TreeMap<>(tables)
        .forEach(
            (name, rows) -> {
              ReferenceTable table = ReferenceTable.all().get(name);
              Accounting accounting = files.new Accounting(table, name + "/rows");
              for (int index = 0; index < rows.size(); index++) {
                Map<String, String> row = rows.get(index);
                ReferenceConform rules = new ReferenceConform(table, row.keySet());
                accounting.take(rules, new ArrayList<>(row.values()), index + 2);
              }
              files.deliveries.add(accounting.delivery());
            });
    return files.inbox();
  }

  private ReferenceTables.Inbox inbox() {
    Map<String, List<ReferenceRow>> rows = new HashMap<>();
    ledgers.forEach((table, ledger) -> rows.put(table, ledger.rows()));
    return new ReferenceTables.Inbox(rows, deliveries, quarantined);
  }

  private static List<Path> deliveriesBelow(Path inbox) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String table : ReferenceTable.all().keySet()) {
      Path folder = inbox.resolve(table);
      if (Files.isDirectory(folder)) {
        try (Stream<Path> listed = Files.list(folder)) {
          listed
              .filter(Files::isRegularFile)
              .filter(ReferenceFiles::isTextDelivery)
              .forEach(files::add);
        }
      }
    }
    files.sort(
        Comparator.comparing(
            file -> pathBelow(inbox, file).getBytes(StandardCharsets.UTF_8),
            Arrays::compareUnsigned));
    return files;
  }

  private static boolean isTextDelivery(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".csv") || name.endsWith(".csv.gz") || name.endsWith(".txt");
  }

  private static String pathBelow(Path inbox, Path file) {
    return inbox.relativize(file).toString().replace('\\', '/');
  }

  private void take(Path inbox, Path path) throws IOException {
    String file = pathBelow(inbox, path);
    ReferenceTable table = ReferenceTable.all().get(file.substring(0, file.indexOf('/')));
    try {
      List<String> lines = ReferenceText.lines(path);
      String content = table.name() + ' ' + sha256(path);
      if (acceptedHashes.contains(content)) {
        long blank = blankLines(lines);
        long rows = lines.size() - 1 - blank;
        deliveries.add(
            new ReferenceTables.Delivery(
                table.name(), file, rows, 0, 0, rows, 0, blank, "repeated"));
        return;
      }
      char delimiter = ReferenceText.delimiter(lines.get(0));
      List<String> header = header(table, lines.get(0), delimiter);
      ReferenceConform rules = new ReferenceConform(table, header);
      acceptedHashes.add(content);
      Accounting accounting = new Accounting(table, file);
      for (int index = 1; index < lines.size(); index++) {
        accounting.take(rules, lines.get(index), delimiter, index + 1);
      }
      deliveries.add(accounting.delivery());
    } catch (ReferenceText.Refused refused) {
      deliveries.add(new ReferenceTables.Delivery(table.name(), file, 0, 0, 0, 0, 0, 0, "refused"));
    }
  }

  private static long blankLines(List<String> lines) {
    return lines.subList(1, lines.size()).stream().filter(String::isBlank).count();
  }

  private static List<String> header(ReferenceTable table, String line, char delimiter)
      throws ReferenceText.Refused {
    List<String> names = new ArrayList<>();
    try {
      for (String name : ReferenceText.fields(line, delimiter)) {
        names.add(name.strip().toLowerCase(Locale.ROOT));
      }
    } catch (ReferenceText.Malformed malformed) {
      throw new ReferenceText.Refused("the header breaks the rules of quoting");
    }
    if (new HashSet<>(names).size() < names.size()) {
      throw new ReferenceText.Refused("two equal header names");
    }
    for (ReferenceTable.Column column : table.columns()) {
      if (column.required() && !names.contains(column.name())) {
        throw new ReferenceText.Refused("required column " + column.name() + " is missing");
      }
    }
    return names;
  }

  private static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Counts what becomes of the rows of one file. */
  private final class Accounting {
    private final ReferenceTable table;
    private final String file;
    private final ReferenceLedger ledger;
    private long rows;
    private long accepted;
    private long broken;
    private long duplicates;
    private long replaced;
    private long blank;

    Accounting(ReferenceTable table, String file) {
      this.table = table;
      this.file = file;
      ledger = ledgers.computeIfAbsent(table.name(), name -> new ReferenceLedger(table));
      ledger.nextFile();
    }

    void take(ReferenceConform rules, String line, char delimiter, int number) {
      if (line.isBlank()) {
        blank++;
        return;
      }
      try {
        take(rules, ReferenceText.fields(line, delimiter), number);
      } catch (ReferenceText.Malformed reason) {
        quarantine(number, String.valueOf(reason.getMessage()));
      }
    }

    void take(ReferenceConform rules, List<String> fields, int number) {
      try {
        ReferenceRow row = rules.row(fields);
        rows++;
        switch (ledger.take(row)) {
          case DUPLICATE -> duplicates++;
          case ACCEPTED -> accepted++;
          case REPLACES_EARLIER_FILE -> {
            accepted++;
            replaced++;
          }
        }
      } catch (ReferenceConform.Broken reason) {
        quarantine(number, String.valueOf(reason.getMessage()));
      }
    }

    private void quarantine(int number, String reason) {
      rows++;
      broken++;
      quarantined.add(new ReferenceTables.Quarantined(table.name(), file, number, reason));
    }

    ReferenceTables.Delivery delivery() {
      if (rows != accepted + broken + duplicates) {
        throw new IllegalStateException("The accounting of " + file + " does not balance.");
      }
      String verdict = broken > 0 ? "accepted_with_quarantine" : "accepted";
      return new ReferenceTables.Delivery(
          table.name(), file, rows, accepted, broken, duplicates, replaced, blank, verdict);
    }
  }
}
