package se.jamlik.reports.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a release as a researcher would: its Parquet files, with DuckDB in memory. */
public final class ReleaseReader {

  /** DuckDB's heap; the tables of a release are small. */
  private static final String SETTINGS = "set memory_limit = '512MB'; set threads = 2";

  /** Names of Swedish places are sorted the Swedish way in every language. */
  private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

  private final Path folder;
  private final Connection connection;

  private ReleaseReader(Path folder, Connection connection) {
    this.folder = folder;
    this.connection = connection;
  }

  /**
   * Reads the release in a folder. Tables other than {@code indicator_value} and {@code indicator}
   * may be missing.
   */
  public static Release read(Path folder) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(SETTINGS);
      }
      return new ReleaseReader(folder, connection).release();
    } catch (SQLException e) {
      throw new IllegalArgumentException(
          "Cannot read the release: a table in "
              + folder.toAbsolutePath()
              + " is missing or lacks a column (expected the tables of docs on the release)."
              + " Run the nightly run again, or choose another release.",
          e);
    }
  }

  private Release release() throws SQLException {
    return new Release(
        new ManifestReader(connection).read(folder.resolve("manifest.json")),
        cells(),
        periods(),
        municipalities(),
        indicators(),
        conditionShares(),
        codeLists(),
        deliveredTables(),
        suppressions());
  }

  private Map<Group, Cell> cells() throws SQLException {
    Map<Group, Cell> cells = new HashMap<>();
    String query =
        """
        select indicator, period, area, sex, age_group, dimension, category, standard,
               status, value, ci_low, ci_high, denominator, preliminary, coalesce(reason, '')
        from %s
        where area_level in ('scope', 'municipality')
        """
            .formatted(table("indicator_value"));
    each(
        query,
        row ->
            cells.put(
                new Group(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8)),
                cell(row)));
    return Map.copyOf(cells);
  }

  private static Cell cell(ResultSet row) throws SQLException {
    Status status = Status.named(row.getString(9));
    Optional<Double> value = number(row, 10);
    Optional<Double> low = number(row, 11);
    Optional<Double> high = number(row, 12);
    Optional<Interval> interval =
        low.isPresent() && high.isPresent()
            ? Optional.of(new Interval(low.get(), high.get()))
            : Optional.empty();
    boolean mayBeShown = status == Status.SHOWN;
    return new Cell(
        status,
        value.filter(known -> mayBeShown).map(known -> new Estimate(known, interval)),
        number(row, 13).filter(known -> mayBeShown),
        row.getBoolean(14),
        row.getString(15));
  }

  private List<Period> periods() throws SQLException {
    String query =
        """
        select period, min(period_start), max(period_end), bool_or(preliminary)
        from %s
        where area_level = 'scope'
        group by period
        order by period
        """
            .formatted(table("indicator_value"));
    return list(
        query,
        row ->
            new Period(
                row.getString(1),
                row.getDate(2).toLocalDate(),
                row.getDate(3).toLocalDate(),
                row.getBoolean(4)));
  }

  private List<Area> municipalities() throws SQLException {
    String query =
        """
        select area, coalesce(max(area_name), area)
        from %s
        where area_level = 'municipality'
        group by area
        order by area
        """
            .formatted(table("indicator_value"));
    return list(query, row -> new Area(row.getString(1), row.getString(2))).stream()
        .sorted(Comparator.comparing(Area::name, Collator.getInstance(SWEDISH)))
        .toList();
  }

  private List<Indicator> indicators() throws SQLException {
    String query =
        """
        select indicator, coalesce(name_sv, indicator), coalesce(name_en, indicator),
               coalesce(question_sv, ''), coalesce(numerator, ''), coalesce(denominator, ''),
               coalesce(unit, ''), coalesce(direction, ''), coalesce(source, ''),
               coalesce(code_list_status, ''), coalesce(definition_version::varchar, '')
        from %s
        order by indicator
        """
            .formatted(table("indicator"));
    return list(
        query,
        row ->
            new Indicator(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                Indicator.Direction.named(row.getString(8)),
                row.getString(9),
                row.getString(10),
                row.getString(11)));
  }

  private List<ConditionShare> conditionShares() throws SQLException {
    if (isMissing("condition_count")) {
      return List.of();
    }
    String query =
        """
        select period, area, age_group, income_quintile, conditions,
               case when status = 'shown' then value end
        from %s
        where area_level in ('scope', 'municipality') and sex = 'all' and grouper = 'calderon60'
        order by all
        """
            .formatted(table("condition_count"));
    return list(
        query,
        row ->
            new ConditionShare(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                number(row, 6)));
  }

  private List<CodeList> codeLists() throws SQLException {
    if (isMissing("code_list")) {
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
            .formatted(table("code_list"));
    return list(
        query,
        row ->
            new CodeList(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
  }

  private List<DeliveredTable> deliveredTables() throws SQLException {
    if (isMissing("delivery")) {
      return List.of();
    }
    String linked =
        isMissing("link_rate")
            ? "select null::varchar as linked_table, null::double as linked_share where false"
            : """
              select "table" as linked_table,
                     100 * sum(rows_linked) / nullif(sum("rows"), 0) as linked_share
              from %s
              where period = 'all'
              group by "table"
              """
                .formatted(table("link_rate"));
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
            .formatted(linked, table("delivery"));
    return list(
        query,
        row ->
            new DeliveredTable(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                Optional.ofNullable(row.getDate(5)).map(date -> date.toLocalDate()),
                number(row, 6)));
  }

  private Optional<Suppressions> suppressions() throws SQLException {
    if (isMissing("suppression")) {
      return Optional.empty();
    }
    String query =
        """
        select coalesce(sum(cells), 0)::bigint, coalesce(sum("primary" + secondary), 0)::bigint
        from %s
        """
            .formatted(table("suppression"));
    return list(query, row -> new Suppressions(row.getLong(1), row.getLong(2))).stream()
        .findFirst();
  }

  private String table(String name) {
    String files = folder.resolve(name).resolve("*.parquet").toString().replace("'", "''");
    return "read_parquet('" + files + "')";
  }

  private boolean isMissing(String name) {
    Path table = folder.resolve(name);
    if (!Files.isDirectory(table)) {
      return true;
    }
    try (Stream<Path> files = Files.list(table)) {
      return files.noneMatch(file -> file.toString().endsWith(".parquet"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> List<T> list(String query, RowReader<T> reader) throws SQLException {
    List<T> rows = new ArrayList<>();
    each(query, row -> rows.add(reader.read(row)));
    return List.copyOf(rows);
  }

  private void each(String query, RowConsumer consumer) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        consumer.accept(row);
      }
    }
  }

  private static Optional<Double> number(ResultSet row, int column) throws SQLException {
    double number = row.getDouble(column);
    return row.wasNull() ? Optional.empty() : Optional.of(number);
  }

  /** Makes a record of the row a result set stands on. */
  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Does something with the row a result set stands on. */
  private interface RowConsumer {
    void accept(ResultSet row) throws SQLException;
  }
}
