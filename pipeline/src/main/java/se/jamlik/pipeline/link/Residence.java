package se.jamlik.pipeline.link;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import se.jamlik.pipeline.vocabulary.Days;

/**
 * Where one person lived on any day (measures.md section 1): what the population row of the year
 * says, and on days between the years what moves and death have changed since.
 *
 * @param deliveredYears the years of the population table, whoever their rows are about
 * @param population the person's rows, in order of year
 * @param moves the person's, in order
 * @param diedDay since 1 January 1970
 */
record Residence(
    NavigableSet<Integer> deliveredYears,
    List<PopulationRow> population,
    List<Move> moves,
    OptionalInt diedDay) {

  /** The municipality, in or out of the scope; empty when the person lived in none. */
  Optional<String> municipalityOn(LocalDate day) {
    int wantedYear = yearOfLastNewYearsEve(day);
    Integer usedYear = deliveredYears.floor(wantedYear);
    if (usedYear == null) {
      return Optional.empty();
    }
    Optional<String> atYearsEnd = municipalityAtTheEndOf(usedYear);
    boolean rowDecidesAlone = isNewYearsEve(day) && usedYear == wantedYear;
    return rowDecidesAlone ? atYearsEnd : changedSince(usedYear, atYearsEnd, Days.of(day));
  }

  /** The row that tells the person's attributes on a day. */
  PopulationRow rowFor(LocalDate day) {
    int lastYear = yearOfLastNewYearsEve(day);
    PopulationRow latest = population.get(0);
    for (PopulationRow row : population) {
      if (row.year() <= lastYear) {
        latest = row;
      }
    }
    return latest;
  }

  private Optional<String> municipalityAtTheEndOf(int year) {
    return population.stream()
        .filter(row -> row.year() == year)
        .map(PopulationRow::municipality)
        .findFirst();
  }

  private Optional<String> changedSince(int year, Optional<String> atYearsEnd, int day) {
    if (diedDay.isPresent() && diedDay.getAsInt() <= day) {
      return Optional.empty();
    }
    int yearsEnd = Days.of(LocalDate.of(year, 12, 31));
    Optional<String> livesIn = atYearsEnd;
    for (Move move : moves) {
      if (move.day() > yearsEnd && move.day() <= day) {
        livesIn = move.livesIn();
      }
    }
    return livesIn;
  }

  private static int yearOfLastNewYearsEve(LocalDate day) {
    return isNewYearsEve(day) ? day.getYear() : day.getYear() - 1;
  }

  private static boolean isNewYearsEve(LocalDate day) {
    return day.getMonthValue() == 12 && day.getDayOfMonth() == 31;
  }
}
