package se.jamlik.pipeline.pseudonymise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.jamlik.pipeline.adapt.SideFiles;
import se.jamlik.pipeline.pseudonymise.PersonNumbers.Kind;
import se.jamlik.pipeline.pseudonymise.PersonNumbers.Reading;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * Writes a file of a data owner anew with pseudonyms in place of the personnummer of one column,
 * row by row, so that its size does not matter. The column is called {@code lopnr} in what is
 * written, as the input contract has it. Rows whose number is none go aside with line and reason.
 */
public final class Pseudonymiser {
  /** The contract's name of a person's pseudonym. */
  static final String PSEUDONYM = "lopnr";

  private final Request request;
  private final ProjectKey key;
  private final PersonNumbers numbers;
  private final Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
  private long rejected;

  private Pseudonymiser(Request request, ProjectKey key) {
    this.request = request;
    this.key = key;
    this.numbers = new PersonNumbers(request.referenceDate());
  }

  /**
   * What is asked for.
   *
   * @param file with a header, plain or compressed ({@code .gz})
   * @param to the file to write; compressed when its name ends with {@code .gz}
   * @param column with the numbers
   * @param project by which the key was derived
   * @param referenceDate decides the century of ten digits
   * @param giver of the reserve numbers in the file; empty when there are to be none
   */
  public record Request(
      Path file, Path to, String column, String project, LocalDate referenceDate, String giver) {}

  /** Writes the file, its side file and the file of rejected rows; nothing when it must not. */
  public static SideFile pseudonymise(Request request, ProjectKey key) {
    try {
      return new Pseudonymiser(request, key).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SideFile run() throws IOException {
    Path to = request.to();
    try (CsvRows rows = CsvRows.of(request.file());
        NewFile written = NewFile.at(to);
        NewFile aside = NewFile.at(to.resolveSibling(to.getFileName() + SideFiles.REJECTED));
        NewFile side = NewFile.at(SideFile.beside(to))) {
      int place = rows.place(request.column());
      List<String> header = header(rows, place);
      OutputGuard guard = new OutputGuard(request.referenceDate().getYear(), header);
      guard.refuseNames(request.file(), to);
      written.text().write(line(header, rows.delimiter()));
      aside.text().write("line;reason\n");
      while (rows.next()) {
        write(rows, place, guard, written.text(), aside.text());
      }
      guard.refuseRows(request.file());
      SideFile facts = facts(rows, written.finish());
      side.text().write(facts.text());
      side.finish();
      aside.finish();
      // The data come last: who sees them finds the rest.
      aside.keep();
      side.keep();
      written.keep();
      return facts;
    }
  }

  private static List<String> header(CsvRows rows, int place) {
    List<String> header = new ArrayList<>(rows.header());
    header.set(place, PSEUDONYM);
    long named = header.stream().map(CsvRows::comparable).filter(PSEUDONYM::equals).count();
    if (named > 1) {
      throw new UserError(
          ExitCode.USAGE,
          "Cannot pseudonymise the file: it has a column '%s' already (expected that name for the pseudonyms alone). Take the column out or name it anew."
              .formatted(PSEUDONYM));
    }
    return header;
  }

  private void write(CsvRows rows, int place, OutputGuard guard, Writer written, Writer aside)
      throws IOException {
    String problem = rows.problem();
    Reading reading = problem == null ? numbers.read(rows.value(place)) : null;
    if (reading != null && !isTaken(reading.kind())) {
      problem =
          reading.kind().isNumber()
              ? "a reserve number, and no giver is named"
              : reading.kind().reason();
    }
    if (problem != null || reading == null) {
      rejected++;
      aside.write("%d;%s\n".formatted(rows.line(), problem));
      return;
    }
    kinds.merge(reading.kind(), 1L, Long::sum);
    List<String> values = new ArrayList<>();
    for (int column = 0; column < rows.header().size(); column++) {
      values.add(column == place ? pseudonym(reading) : rows.value(column));
    }
    String line = line(values, rows.delimiter());
    guard.look(values, line, rows.line());
    written.write(line);
  }

  private boolean isTaken(Kind kind) {
    return kind == Kind.RESERVE_NUMBER ? !request.giver().isEmpty() : kind.isNumber();
  }

  private String pseudonym(Reading reading) {
    return reading.kind() == Kind.RESERVE_NUMBER
        ? key.ofReserveNumber(request.giver().strip().toUpperCase(Locale.ROOT), reading.normal())
        : key.ofNumber(reading.normal());
  }

  private static String line(List<String> values, char delimiter) {
    StringBuilder line = new StringBuilder();
    for (String value : values) {
      line.append(line.isEmpty() ? "" : String.valueOf(delimiter)).append(quoted(value, delimiter));
    }
    return line.append('\n').toString();
  }

  private static String quoted(String value, char delimiter) {
    return value.indexOf(delimiter) >= 0 || value.indexOf('"') >= 0
        ? '"' + value.replace("\"", "\"\"") + '"'
        : value;
  }

  private SideFile facts(CsvRows rows, String sha256) {
    long written = kinds.values().stream().mapToLong(Long::longValue).sum();
    return new SideFile(
        request.project(),
        key.id(),
        key.canary(),
        String.valueOf(request.to().getFileName()),
        sha256,
        request.referenceDate().toString(),
        written + rejected,
        written,
        rejected,
        rows.blankLines(),
        kinds.getOrDefault(Kind.PERSONNUMMER, 0L),
        kinds.getOrDefault(Kind.SAMORDNINGSNUMMER, 0L),
        kinds.getOrDefault(Kind.RESERVE_NUMBER, 0L));
  }
}
