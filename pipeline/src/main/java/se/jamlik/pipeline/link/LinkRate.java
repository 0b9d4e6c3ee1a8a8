package se.jamlik.pipeline.link;

/**
 * How many rows of a delivered table belong to someone in the population.
 *
 * @param table its name in the contract
 * @param municipality that delivered it, for municipal tables; else {@code all}
 * @param period {@code all}, or a calendar year of the event
 * @param rows that hold their key and take part
 * @param rowsLinked those of them whose person has a population row of any year
 * @param rowsAfterAsOf rows of care, drugs or acts that take no part, dated after the as-of date
 * @param persons distinct
 * @param personsLinked distinct
 * @param personsKey xor of the record keys of the distinct persons
 * @param personsLinkedKey xor of the record keys of the distinct linked persons
 */
public record LinkRate(
    String table,
    String municipality,
    String period,
    long rows,
    long rowsLinked,
    long rowsAfterAsOf,
    long persons,
    long personsLinked,
    long personsKey,
    long personsLinkedKey) {
  /** All periods, or all municipalities. */
  public static final String ALL = "all";

  /** Share of the rows that are linked; a rate is made of at least one row. */
  public double rate() {
    return (double) rowsLinked / rows;
  }
}
