package se.jamlik.jobs.synthesise;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import se.jamlik.jobs.synthesise.Planted.Expect;

/**
 * Files that come after another: a correction, the same file again, the same rows in another form.
 * Their names continue the first file's with an underscore, which sorts after its point and its
 * hyphen.
 */
final class LaterFiles {
  private final Region region;
  private final Delivery delivery;
  private final String first;
  private final Path inbox;

  LaterFiles(Region region, Delivery delivery, String first, Path inbox) {
    this.region = region;
    this.delivery = delivery;
    this.first = first;
    this.inbox = inbox;
  }

  List<Planted> written(List<Cells> corrections, List<Delivery.Count> counts) throws IOException {
    List<Planted> planted = new ArrayList<>();
    if (!corrections.isEmpty()) {
      planted.addAll(correction(corrections, counts));
    }
    int year = region.fromYear() + 2;
    if (delivery.path().startsWith("khsl/robertsfors-" + year)) {
      String again = first.replaceFirst("\\.", "_igen.");
      Files.copy(inbox.resolve(first), inbox.resolve(again));
      long rows = counts.get(0).rows();
      counts.add(new Delivery.Count(again, rows));
      planted.add(
          new Planted(again, 0, rows, "the same file again", Expect.REPEATED, "the same bytes"));
    }
    if (delivery.path().startsWith("khsl/nordmaling-" + year)) {
      planted.addAll(sameRows(counts));
    }
    return planted;
  }

  private List<Planted> correction(List<Cells> corrections, List<Delivery.Count> counts)
      throws IOException {
    String path = delivery.path().replace(".csv", "_rattelse.csv");
    List<Planted> planted = new ArrayList<>();
    List<Table.Column> columns = delivery.table().columns();
    try (OutputStream stream = Dialect.PLAIN.opened(inbox.resolve(path))) {
      stream.write(Dialect.PLAIN.headerLine(columns));
      for (Cells row : corrections) {
        stream.write(Dialect.PLAIN.rowLine(columns, row.values().subList(0, columns.size())));
        planted.add(
            new Planted(
                path,
                planted.size() + 2,
                1,
                "a correction of a row in " + first,
                Expect.REPLACED,
                "the row delivered last holds its key"));
      }
    }
    counts.add(new Delivery.Count(path, corrections.size()));
    return planted;
  }

  private List<Planted> sameRows(List<Delivery.Count> counts) throws IOException {
    String path = delivery.path().replace(".csv", "_ny.csv");
    List<Table.Column> columns = delivery.table().columns();
    try (OutputStream stream = Dialect.PLAIN.opened(inbox.resolve(path));
        Delivery.Lines lines = delivery.lines()) {
      stream.write(Dialect.PLAIN.headerLine(columns));
      while (lines.hasNext()) {
        stream.write(Dialect.PLAIN.rowLine(columns, lines.next()));
      }
    }
    counts.add(new Delivery.Count(path, delivery.rows()));
    return List.of(
        new Planted(
            path,
            0,
            delivery.rows(),
            "the rows of " + first + " in another dialect",
            Expect.DUPLICATE,
            "equal to a row of another file"));
  }
}
