package se.jamlik.reports.release;

/**
 * How many of a register's rows belong to somebody in the population, all years together.
 *
 * @param municipality that delivered, or {@code all}
 */
public record LinkRate(String table, String municipality, double rows, double rowsLinked) {}
