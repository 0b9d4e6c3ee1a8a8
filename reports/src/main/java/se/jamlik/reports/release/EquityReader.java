package se.jamlik.reports.release;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads table {@code equity}, which may be missing: the measures over income quintiles. */
record EquityReader(ParquetTables tables) {

  Map<EquityMeasure, Cell> measures() throws SQLException {
    if (tables.isMissing("equity")) {
      return Map.of();
    }
    String query =
        """
        select measure, indicator, period, area, standard, status, coalesce(reason, ''),
               value, ci_low, ci_high
        from %s
        where area_level in ('scope', 'municipality') and sex = 'all'
          and dimension = 'income_quintile'
        """
            .formatted(tables.table("equity"));
    Map<EquityMeasure, Cell> measures = new HashMap<>();
    tables.each(
        query,
        row -> {
          Status status = Status.named(row.getString(6));
          measures.put(
              new EquityMeasure(
                  row.getString(1),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5)),
              new Cell(
                  status,
                  status == Status.SHOWN ? ParquetTables.estimate(row, 8) : Optional.empty(),
                  Optional.empty(),
                  false,
                  false,
                  row.getString(7)));
        });
    return Map.copyOf(measures);
  }
}
