package se.jamlik.pipeline.pseudonymise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.Personnummer;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * Sees to it that nothing that leaves the owner holds a personnummer, by the guard of the input
 * contract. Ten bare digits may be chance in a column of pseudonyms or identifiers, as long as they
 * are few.
 */
final class OutputGuard {
  /** Ten bare digits in fewer rows than this may be chance (inputs.md). */
  private static final int FEWEST_BARE = 3;

  /** Ten bare digits in a smaller share of a column's rows may be chance (inputs.md). */
  private static final double SMALLEST_BARE_SHARE = 0.05;

  private static final String BETWEEN = "text between the columns";

  private final int lastYear;
  private final List<String> header;
  private final Set<String> identities;
  private final Map<String, Counts> found = new TreeMap<>();
  private final long[] filled;

  OutputGuard(int lastYear, List<String> header) {
    this.lastYear = lastYear;
    this.header = header;
    this.filled = new long[header.size()];
    this.identities =
        Definitions.load().tables().stream()
            .flatMap(table -> table.columns().stream())
            .filter(column -> column.type().isIdentity())
            .map(column -> column.delivered())
            .collect(Collectors.toSet());
  }

  private static final class Counts {
    private long certain;
    private long bare;
    private long firstLine;
  }

  /** Whether the header's names or the file's hold one. */
  void refuseNames(Path file, Path to) {
    boolean isFound =
        header.stream().anyMatch(this::holdsSome)
            || holdsSome(String.valueOf(file.getFileName()))
            || holdsSome(String.valueOf(to.getFileName()));
    if (isFound) {
      throw new UserError(
          ExitCode.PRIVACY,
          "Cannot pseudonymise the file: a personnummer stands in its name or in its header (expected it in the named column alone). Name the file or the column anew.");
    }
  }

  private boolean holdsSome(String name) {
    return Personnummer.in(name, lastYear) != Personnummer.Find.NOTHING;
  }

  /** Looks at a row as it would be written. */
  void look(List<String> values, String written, long line) {
    for (int place = 0; place < filled.length; place++) {
      filled[place] += values.get(place).isBlank() ? 0 : 1;
    }
    if (Personnummer.in(written, lastYear) == Personnummer.Find.NOTHING) {
      return;
    }
    boolean isInColumn = false;
    for (int place = 0; place < header.size(); place++) {
      Personnummer.Find find = Personnummer.in(values.get(place), lastYear);
      if (find != Personnummer.Find.NOTHING) {
        isInColumn = true;
        count(header.get(place), find, line);
      }
    }
    if (!isInColumn) {
      count(BETWEEN, Personnummer.Find.CERTAIN, line);
    }
  }

  private void count(String where, Personnummer.Find find, long line) {
    Counts counts = found.computeIfAbsent(where, key -> new Counts());
    counts.firstLine = counts.firstLine == 0 ? line : counts.firstLine;
    counts.certain += find == Personnummer.Find.CERTAIN ? 1 : 0;
    counts.bare += find == Personnummer.Find.CERTAIN ? 0 : 1;
  }

  /** Ends the work when the rows that have been looked at may not leave; told for all columns. */
  void refuseRows(Path file) {
    List<String> refused = new ArrayList<>();
    found.forEach(
        (where, counts) -> {
          if (counts.certain > 0 || isTooMany(where, counts.bare)) {
            refused.add(
                "%s in %d rows, first on line %d"
                    .formatted(
                        where.equals(BETWEEN) ? where : "column '" + where + "'",
                        counts.certain + counts.bare,
                        counts.firstLine));
          }
        });
    if (!refused.isEmpty()) {
      throw new UserError(
          ExitCode.PRIVACY,
          "Cannot pseudonymise %s: a personnummer stands elsewhere than in the named column: %s (expected none). Take it out and run again; nothing has been written."
              .formatted(file.getFileName(), String.join("; ", refused)));
    }
  }

  private boolean isTooMany(String where, long bare) {
    int place = header.indexOf(where);
    boolean mayBeChance = place >= 0 && identities.contains(CsvRows.comparable(where));
    return bare > 0
        && (!mayBeChance || (bare >= FEWEST_BARE && bare > SMALLEST_BARE_SHARE * filled[place]));
  }
}
