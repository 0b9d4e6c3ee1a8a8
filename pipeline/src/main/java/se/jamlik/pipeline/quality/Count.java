package se.jamlik.pipeline.quality;

/**
 * How much breaks a check: of what is checked in a period from a municipality. It holds no
 * threshold, so that it can be judged again.
 *
 * @param check name of the kind
 * @param table the contract's name
 * @param column our name, or {@link Check#ALL}
 * @param period {@link Check#ALL}, a calendar year, or a month such as 2026-10
 * @param municipality that delivered, or {@link Check#ALL}
 */
public record Count(
    String check,
    String table,
    String column,
    String period,
    String municipality,
    long violated,
    long total) {

  /** The count of a check for all periods and municipalities. */
  static Count of(Check check, long violated, long total) {
    return of(check, Check.ALL, Check.ALL, violated, total);
  }

  static Count of(Check check, String period, String municipality, long violated, long total) {
    return new Count(
        check.name(), check.table(), check.column(), period, municipality, violated, total);
  }

  /** Whether it is the count of the check. */
  boolean isOf(Check one) {
    return check.equals(one.name()) && table.equals(one.table()) && column.equals(one.column());
  }
}
