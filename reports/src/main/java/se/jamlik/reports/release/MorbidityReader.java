package se.jamlik.reports.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the tables about chronic conditions, each of which may be missing: {@code population},
 * {@code condition_prevalence}, {@code condition_pair} and {@code condition_triad}.
 */
record MorbidityReader(ParquetTables tables) {

  /** The reports tell of the groups that the indicators of multimorbidity count. */
  private static final String GROUPER = "calderon60";

  Morbidity morbidity() throws SQLException {
    return new Morbidity(
        population(),
        conditions(),
        Stream.concat(
                together("condition_pair", "condition_a, condition_b, ''", "and age_group = 'all'")
                    .stream(),
                together("condition_triad", "condition_a, condition_b, condition_c", "").stream())
            .toList());
  }

  private List<PopulationGroup> population() throws SQLException {
    if (tables.isMissing("population")) {
      return List.of();
    }
    String query =
        """
        select period, area, sex, age_group, persons,
               case when status = 'shown' then multimorbid end,
               case when status = 'shown' then value end, ci_low, ci_high
        from %s
        where area_level in ('scope', 'municipality')
        """
            .formatted(tables.table("population"));
    return tables.list(
        query,
        row ->
            new PopulationGroup(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                count(row, 5),
                count(row, 6),
                ParquetTables.estimate(row, 7)));
  }

  private List<CommonCondition> conditions() throws SQLException {
    if (tables.isMissing("condition_prevalence")) {
      return List.of();
    }
    String query =
        """
        select period, condition, persons
        from %s
        where grouper = '%s' and area_level = 'scope' and sex = 'all' and age_group = 'all'
          and status = 'shown'
        order by period, persons desc, condition
        """
            .formatted(tables.table("condition_prevalence"), GROUPER);
    return tables.list(
        query, row -> new CommonCondition(row.getString(1), row.getString(2), row.getLong(3)));
  }

  private List<ConditionsTogether> together(String table, String conditions, String where)
      throws SQLException {
    if (tables.isMissing(table)) {
      return List.of();
    }
    String query =
        """
        select period, %s, persons, expected,
               case when status = 'shown' then lift end, ci_low, ci_high, %s
        from %s
        where grouper = '%s' and sex = 'all' %s
        order by all
        """
            .formatted(
                conditions,
                tables.columnOr(table, "rank", "null"),
                tables.table(table),
                GROUPER,
                where);
    return tables.list(query, MorbidityReader::together);
  }

  private static ConditionsTogether together(ResultSet row) throws SQLException {
    Optional<Estimate> lift = ParquetTables.estimate(row, 7);
    return new ConditionsTogether(
        row.getString(1),
        Stream.of(row.getString(2), row.getString(3), row.getString(4))
            .filter(condition -> !condition.isEmpty())
            .toList(),
        count(row, 5).filter(known -> lift.isPresent()),
        ParquetTables.number(row, 6).filter(known -> lift.isPresent()),
        lift,
        count(row, 10).map(Long::intValue));
  }

  private static Optional<Long> count(ResultSet row, int column) throws SQLException {
    long count = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(count);
  }
}
