package se.jamlik.pipeline.pseudonymise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import se.jamlik.pipeline.pseudonymise.PersonNumbers.Kind;
import se.jamlik.pipeline.pseudonymise.PersonNumbers.Reading;

/**
 * Which new pseudonym takes the place of which old one when a key is changed. One row a person, in
 * the order of the old pseudonyms, so that the order of the numbers is not told. Whoever has it can
 * join the old data with the new: it stays with the owners, and is destroyed when it has been used.
 */
public final class Crosswalk {
  private Crosswalk() {}

  /**
   * What was found.
   *
   * @param persons different numbers, a row each
   * @param rejected rows that hold no personnummer or samordningsnummer
   */
  public record Result(long persons, long rejected) {}

  /** The key that is left and the one that takes its place. */
  public record Keys(ProjectKey from, ProjectKey to) {}

  /** Reads the numbers of a column and writes {@code old;new}. */
  public static Result write(
      Path numbers, String column, LocalDate referenceDate, Path to, Keys keys) {
    try (CsvRows rows = CsvRows.of(numbers);
        NewFile written = NewFile.at(to)) {
      int place = rows.place(column);
      PersonNumbers known = new PersonNumbers(referenceDate);
      Map<String, String> newByOld = new TreeMap<>();
      long rejected = 0;
      while (rows.next()) {
        Reading reading = rows.problem() == null ? known.read(rows.value(place)) : known.read("");
        if (reading.kind().isNumber() && reading.kind() != Kind.RESERVE_NUMBER) {
          newByOld.put(
              keys.from().ofNumber(reading.normal()), keys.to().ofNumber(reading.normal()));
        } else {
          rejected++;
        }
      }
      written.text().write("old;new\n");
      for (Map.Entry<String, String> pair : newByOld.entrySet()) {
        written.text().write(pair.getKey() + ";" + pair.getValue() + "\n");
      }
      written.finish();
      written.keep();
      return new Result(newByOld.size(), rejected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
