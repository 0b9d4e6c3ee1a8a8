package se.jamlik.reports.release;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import se.jamlik.reports.CannotReport;

/** Reads a release as a researcher would: its Parquet files, with DuckDB in memory. */
public final class ReleaseReader {

  /** DuckDB's heap; the tables of a release are small. */
  static final String SETTINGS = "set memory_limit = '512MB'; set threads = 2";

  /** Names of Swedish places are sorted the Swedish way in every language. */
  private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

  private static final String VALUES = "indicator_value";
  private static final String YEARS_TOGETHER = "pooled_value";

  private final Path folder;
  private final Connection connection;
  private final ParquetTables tables;

  private ReleaseReader(Path folder, Connection connection) {
    this.folder = folder;
    this.connection = connection;
    this.tables = new ParquetTables(folder, connection);
  }

  /**
   * Reads the release in a folder. Tables other than {@code indicator_value} and {@code indicator}
   * may be missing.
   *
   * @throws CannotReport when the folder is no release or a damaged one
   */
  public static Release read(Path folder) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(SETTINGS);
      }
      return new ReleaseReader(folder, connection).release();
    } catch (SQLException e) {
      throw new CannotReport(
          "Cannot read the release: a table in "
              + folder.toAbsolutePath()
              + " is missing, is damaged or lacks a column (expected at least indicator_value and"
              + " indicator). Choose another release.",
          e);
    }
  }

  private Release release() throws SQLException {
    ProvenanceReader provenance = new ProvenanceReader(tables);
    return new Release(
        new ManifestReader(connection).read(folder.resolve("manifest.json")),
        cells(),
        periods(VALUES),
        tables.isMissing(YEARS_TOGETHER) ? List.of() : periods(YEARS_TOGETHER),
        municipalities(),
        indicators(),
        referenceValues(),
        conditionShares(),
        new EquityReader(tables).measures(),
        new MorbidityReader(tables).morbidity(),
        provenance.codeLists(),
        provenance.deliveredTables(),
        provenance.linkRates(),
        provenance.suppressions(),
        provenance.qualityWarnings(),
        new SignalReader(tables).signals());
  }

  private Map<Group, Cell> cells() throws SQLException {
    Map<Group, Cell> cells = new HashMap<>();
    addCells(VALUES, cells);
    if (!tables.isMissing(YEARS_TOGETHER)) {
      addCells(YEARS_TOGETHER, cells);
    }
    return Map.copyOf(cells);
  }

  private void addCells(String table, Map<Group, Cell> cells) throws SQLException {
    String query =
        """
        select indicator, period, area, sex, age_group, dimension, category, standard,
               %s
        from %s
        where area_level in ('scope', 'municipality')
        """
            .formatted(CellColumns.of(tables, table), tables.table(table));
    tables.each(
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
                CellColumns.cell(row, 9)));
  }

  private List<Period> periods(String table) throws SQLException {
    String query =
        """
        select period, min(period_start), max(period_end), bool_or(preliminary)
        from %s
        where area_level = 'scope'
        group by period
        order by period
        """
            .formatted(tables.table(table));
    return tables.list(
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
            .formatted(tables.table("indicator_value"));
    return tables.list(query, row -> new Area(row.getString(1), row.getString(2))).stream()
        .sorted(Comparator.comparing(Area::name, Collator.getInstance(SWEDISH)))
        .toList();
  }

  private List<Indicator> indicators() throws SQLException {
    String query =
        """
        select indicator, coalesce(name_sv, indicator), coalesce(name_en, indicator),
               coalesce(question_sv, ''), coalesce(%s, ''), coalesce(numerator, ''), coalesce(denominator, ''),
               coalesce(unit, ''), coalesce(direction, ''), coalesce(source, ''),
               coalesce(code_list_status, ''), coalesce(definition_version::varchar, ''),
               coalesce(%s, '')
        from %s
        order by indicator
        """
            .formatted(
                tables.columnOr("indicator", "question_en", "''"),
                tables.columnOr("indicator", "tables", "''"),
                tables.table("indicator"));
    return tables.list(
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
                row.getString(8),
                Indicator.Direction.named(row.getString(9)),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                Stream.of(row.getString(13).split(", ", -1)).filter(t -> !t.isEmpty()).toList()));
  }

  private List<ReferenceValue> referenceValues() throws SQLException {
    if (tables.isMissing("reference_value")) {
      return List.of();
    }
    return tables.list(
        "select indicator, period, area, value, coalesce(source, '') from %s order by all"
            .formatted(tables.table("reference_value")),
        row ->
            new ReferenceValue(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Estimate.of(row.getDouble(4)),
                row.getString(5)));
  }

  private List<ConditionShare> conditionShares() throws SQLException {
    if (tables.isMissing("condition_count")) {
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
            .formatted(tables.table("condition_count"));
    return tables.list(
        query,
        row ->
            new ConditionShare(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                ParquetTables.number(row, 6)));
  }
}
