package se.jamlik.pipeline.vocabulary;

import java.util.Locale;
import java.util.Set;

/**
 * Names that only the columns of tables of persons have, in this pipeline or in the registers: keys
 * and pseudonyms of persons, households, contacts and staff, and days of birth and death. No table
 * of a release has one of them.
 */
public final class PersonColumns {
  private static final Set<String> NAMES =
      Set.of(
          "person",
          "person_id",
          "personnr",
          "personnummer",
          "pnr",
          "samordningsnummer",
          "lopnr",
          "pseudonym",
          "record_key",
          "cell_key",
          "household",
          "hushall_id",
          "contact",
          "kontakt_id",
          "insats_id",
          "staff",
          "personal",
          "born_on",
          "born_year",
          "fodelsear",
          "died_on");

  private PersonColumns() {}

  /** Whether a column of that name is about persons, in whatever case it is written. */
  public static boolean has(String name) {
    return NAMES.contains(name.toLowerCase(Locale.ROOT));
  }
}
