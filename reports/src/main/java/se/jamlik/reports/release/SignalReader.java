package se.jamlik.reports.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads table {@code signal}, which may be missing, and the values of parts of municipalities. */
record SignalReader(ParquetTables tables) {

  Signals signals() throws SQLException {
    return new Signals(tables.isMissing("signal") ? List.of() : rows(), smallAreas());
  }

  private List<Signal> rows() throws SQLException {
    String query =
        """
        select indicator, period, area, kind, status, "value", reference,
               low_95, high_95, low_998, high_998, coalesce(verdict, '')
        from %s
        where kind in ('funnel', 'trend')
        order by all
        """
            .formatted(tables.table("signal"));
    return tables.list(
        query,
        row ->
            new Signal(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4).equals("trend") ? Signal.Kind.TREND : Signal.Kind.FUNNEL,
                Status.named(row.getString(5)) == Status.SHOWN
                    ? Optional.of(numbers(row))
                    : Optional.empty()));
  }

  private static Signal.Numbers numbers(ResultSet row) throws SQLException {
    return new Signal.Numbers(
        row.getDouble(6),
        row.getDouble(7),
        new Interval(row.getDouble(8), row.getDouble(9)),
        new Interval(row.getDouble(10), row.getDouble(11)),
        row.getString(12));
  }

  /** Older releases do not tell the municipality, which their parts' codes begin with. */
  private List<SmallArea> smallAreas() throws SQLException {
    String query =
        """
        select indicator, period, area, coalesce(area_name, area), %s,
               %s
        from %s
        where area_level = 'regso' and sex = 'all' and age_group = 'all'
          and dimension = 'none' and standard = 'crude'
        order by indicator, period, area
        """
            .formatted(
                tables.columnOr("indicator_value", "municipality", "left(area, 4)"),
                CellColumns.of(tables, "indicator_value"),
                tables.table("indicator_value"));
    return tables.list(
        query,
        row ->
            new SmallArea(
                row.getString(1),
                row.getString(2),
                new Area(row.getString(3), row.getString(4)),
                row.getString(5),
                CellColumns.cell(row, 6)));
  }
}
