package se.jamlik.reports.release;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a release tells about its own making: code lists, deliveries, link rates, suppression
 * and checks of the data. Each table may be missing.
 */
record ProvenanceReader(ParquetTables tables) {

  List<CodeList> codeLists() throws SQLException {
    if (tables.isMissing("code_list")) {
      return List.of();
    }
    String query =
        """
        select code_list, coalesce(max(source), ''), coalesce(max(status), 'unverified'),
               coalesce(max(version::varchar), '')
        from %s
        group by code_list
        order by code_list
        """
            .formatted(tables.table("code_list"));
    return tables.list(
        query,
        row ->
            new CodeList(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
  }

  List<DeliveredTable> deliveredTables() throws SQLException {
    if (tables.isMissing("delivery")) {
      return List.of();
    }
    String linked =
        tables.isMissing("link_rate")
            ? "select null::varchar as linked_table, null::double as linked_share where false"
            : """
              select "table" as linked_table,
                     100 * sum(rows_linked) / nullif(sum("rows"), 0) as linked_share
              from %s
              where period = 'all'
              group by "table"
              """
                .formatted(tables.table("link_rate"));
    String query =
        """
        with linked as (%s),
        delivered as (
          select "table" as delivered_table, count(*) as files, sum(accepted)::bigint as accepted,
                 sum(quarantined)::bigint as quarantined, max(delivered_at)::date as newest
          from %s
          where verdict in ('accepted', 'accepted_with_quarantine')
          group by "table")
        select delivered_table, files, accepted, quarantined, newest, linked_share
        from delivered left join linked on linked_table = delivered_table
        order by delivered_table
        """
            .formatted(linked, tables.table("delivery"));
    return tables.list(
        query,
        row ->
            new DeliveredTable(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                Optional.ofNullable(row.getDate(5)).map(date -> date.toLocalDate()),
                ParquetTables.number(row, 6)));
  }

  List<LinkRate> linkRates() throws SQLException {
    if (tables.isMissing("link_rate")) {
      return List.of();
    }
    return tables.list(
        """
        select "table", municipality, "rows", rows_linked
        from %s
        where period = 'all' and "rows" is not null
        order by all
        """
            .formatted(tables.table("link_rate")),
        row ->
            new LinkRate(row.getString(1), row.getString(2), row.getDouble(3), row.getDouble(4)));
  }

  Optional<List<QualityWarning>> qualityWarnings() throws SQLException {
    if (tables.isMissing("quality")) {
      return Optional.empty();
    }
    String query =
        """
        select "table", "column", %s, %s, period, municipality, 100 * "share"::double
        from %s
        where level in ('warning', 'error') and verdict = 'failed'
        order by all
        """
            .formatted(
                tables.columnOr("quality", "problem_sv", "\"check\""),
                tables.columnOr("quality", "problem", "\"check\""),
                tables.table("quality"));
    return Optional.of(
        tables.list(
            query,
            row ->
                new QualityWarning(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getDouble(7))));
  }

  Optional<Suppressions> suppressions() throws SQLException {
    if (tables.isMissing("suppression")) {
      return Optional.empty();
    }
    String query =
        """
        select coalesce(sum(cells), 0)::bigint, coalesce(sum("primary" + secondary), 0)::bigint
        from %s
        """
            .formatted(tables.table("suppression"));
    return tables.list(query, row -> new Suppressions(row.getLong(1), row.getLong(2))).stream()
        .findFirst();
  }
}
