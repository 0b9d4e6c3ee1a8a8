package se.jamlik.jobs.synthesise;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import se.jamlik.jobs.synthesise.Planted.Expect;

/** Writes one delivery the way deliveries are: in the sender's dialect and with some faults. */
final class FaultyFile {
  private static final Table.Column UNKNOWN_COLUMN =
      new Table.Column("leveransnummer", Table.Type.TEXT);

  private final Region region;
  private final Delivery delivery;
  private final Dice dice;
  private final Dialect dialect;
  private final String path;
  private final List<Table.Column> columns;
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<Planted> planted = new ArrayList<>();
  private final Mess mess;
  private long line = 1;

  private FaultyFile(Region region, Delivery delivery) {
    this.region = region;
    this.delivery = delivery;
    this.dice = Dice.of(region.seed(), delivery.path().hashCode(), Dice.Purpose.FAULTS);
    this.dialect = Dialect.of(dice);
    this.path = delivery.path().replace(".csv", dialect.ending());
    this.columns = new ArrayList<>(delivery.table().columns());
    this.mess = new Mess(region, delivery, dice);
    if (dice.chance(0.1)) {
      columns.add(UNKNOWN_COLUMN);
    }
  }

  /** A fault that waits for the first good row it can be made from, at or after a row. */
  private record Waiting(long row, Fault fault) {}

  /** What was written: the rows of every file and the faults in them. */
  record Written(List<Delivery.Count> counts, List<Planted> planted)
      implements java.io.Serializable {}

  static Written write(Region region, Delivery delivery, Path inbox) throws IOException {
    FaultyFile file = new FaultyFile(region, delivery);
    file.plan();
    file.write(inbox);
    List<Delivery.Count> counts = new ArrayList<>();
    counts.add(new Delivery.Count(file.path, file.rows()));
    LaterFiles later = new LaterFiles(region, delivery, file.path, inbox);
    file.planted.addAll(later.written(file.mess.corrections(), counts));
    return new Written(counts, file.planted);
  }

  private long rows() {
    return line - 1 - planted.stream().filter(one -> one.expect() == Expect.BLANK).count();
  }

  /** Few enough bad rows that less than five in a hundred are quarantined. */
  private void plan() {
    List<Fault> bad = new ArrayList<>(Fault.quarantined());
    long most = Math.min(delivery.rows() / 40, 6);
    while (most-- > 0 && !bad.isEmpty()) {
      waiting.add(new Waiting(place(), bad.remove(dice.below(bad.size()))));
    }
    long rooms = delivery.rows() / 20;
    for (Fault fault : Fault.kept(region.asOf())) {
      if (rooms > 0 && dice.chance(0.5)) {
        waiting.add(new Waiting(place(), fault));
        rooms--;
      }
    }
  }

  private long place() {
    return (long) (dice.uniform() * 0.7 * delivery.rows());
  }

  private void write(Path inbox) throws IOException {
    plantHere(0, 0, "written in a dialect: " + dialect.description(), Expect.ACCEPTED, "");
    if (columns.contains(UNKNOWN_COLUMN)) {
      plantHere(1, 0, "an unknown column", Expect.ACCEPTED, "ignored and named in the report");
    }
    long blank = dice.chance(0.3) ? place() + 1 : -1;
    try (OutputStream stream = dialect.opened(inbox.resolve(path));
        Delivery.Lines lines = delivery.lines()) {
      stream.write(dialect.headerLine(columns));
      long row = 0;
      for (; lines.hasNext(); row++) {
        write(stream, row, lines.next());
        if (row == blank) {
          stream.write(("  " + dialect.lineEnd()).getBytes(StandardCharsets.UTF_8));
          line++;
          plantHere(line, 1, "a blank line", Expect.BLANK, "skipped and counted");
        }
      }
    }
    mess.counted().forEach(one -> plantHere(0, one.rows(), one.what(), one.expect(), one.reason()));
  }

  private void write(OutputStream stream, long row, List<String> values) throws IOException {
    List<String> cells = new ArrayList<>(values);
    if (columns.contains(UNKNOWN_COLUMN)) {
      cells.add("7");
    }
    Cells good = mess.applied(new Cells(delivery.table(), columns, cells));
    if (mess.isMissing(good)) {
      return;
    }
    write(stream, good);
    mess.oddity(good).ifPresent(odd -> plantHere(line, 1, odd.what(), odd.expect(), odd.reason()));
    for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
      Waiting next = each.next();
      if (next.row() <= row && next.fault().fits().test(good)) {
        each.remove();
        write(stream, next.fault(), next.fault().made().apply(good));
        return;
      }
    }
    if (mess.hasStranger(good)) {
      write(stream, mess.stranger(good));
    }
  }

  private void write(OutputStream stream, Fault fault, Cells faulty) throws IOException {
    long first = line + 1;
    write(stream, faulty);
    for (long each = first; each <= line; each++) {
      plantHere(each, 1, fault.what(), fault.expect(), fault.reason());
    }
  }

  private void write(OutputStream stream, Cells row) throws IOException {
    byte[] bytes = dialect.rowLine(columns, row.values());
    stream.write(bytes);
    for (byte letter : bytes) {
      line += letter == '\n' ? 1 : 0;
    }
  }

  private void plantHere(long at, long rows, String what, Expect expect, String reason) {
    planted.add(new Planted(path, at, rows, what, expect, reason));
  }
}
