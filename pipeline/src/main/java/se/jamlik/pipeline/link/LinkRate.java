package se.jamlik.pipeline.link;

/**
 * How many rows of a delivered table belong to someone in the population. A group may hold nothing
 * but rows that take no part: they were delivered, and nothing can be said of how they link.
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

  /** Whether any row takes part, without which there is no rate and no row of table link_rate. */
  public boolean hasRows() {
    return rows > 0;
  }

  /** Share of the rows that are linked, of a group that {@link #hasRows}. */
  public double rate() {
    return (double) rowsLinked / rows;
  }
}
