package se.jamlik.reports.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The columns of a table of values that a cell is read from, side by side in a query. */
final class CellColumns {
  private CellColumns() {}

  /** What stands for them after {@code select}; older releases know nothing of quality. */
  static String of(ParquetTables tables, String table) throws SQLException {
    return """
        status, "value", ci_low, ci_high, denominator, preliminary, coalesce(reason, ''),
               coalesce(%s in ('warning', 'error'), false)"""
        .formatted(tables.columnOr(table, "quality", "''"));
  }

  /** The cell whose status stands in the first column; what may not be printed is left behind. */
  static Cell cell(ResultSet row, int first) throws SQLException {
    Status status = Status.named(row.getString(first));
    boolean mayBeShown = status == Status.SHOWN;
    return new Cell(
        status,
        mayBeShown ? ParquetTables.estimate(row, first + 1) : Optional.empty(),
        mayBeShown ? ParquetTables.number(row, first + 4) : Optional.empty(),
        row.getBoolean(first + 5),
        row.getBoolean(first + 7),
        row.getString(first + 6));
  }
}
