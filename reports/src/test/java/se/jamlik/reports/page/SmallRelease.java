package se.jamlik.reports.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.jamlik.reports.Language;
import se.jamlik.reports.ReportTemplate;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.release.Release;
import se.jamlik.reports.release.ReleaseReader;

/** A release of the few rows that a test needs, of the whole, Umeå and the very small Bjurholm. */
public final class SmallRelease {

  public static final Area UMEA = new Area("2480", "Umeå");
  public static final Area BJURHOLM = new Area("2403", "Bjurholm");

  private final List<String> indicators = new ArrayList<>();
  private final List<Row> values = new ArrayList<>();
  private final List<Row> pooled = new ArrayList<>();
  private final List<String> signals = new ArrayList<>();

  /**
   * One row of {@code indicator_value}, standardised and of everybody unless narrowed.
   *
   * @param cells by column, those that differ from a hidden row's
   */
  public record Row(Map<String, String> cells) {
    public Row {
      cells = Map.copyOf(cells);
    }

    public static Row of(String indicator, String period, String area) {
      return new Row(Map.of("indicator", indicator, "period", period, "area", area));
    }

    private Row with(String column, String value) {
      Map<String, String> changed = new HashMap<>(cells);
      changed.put(column, value);
      return new Row(changed);
    }

    /** A value with its interval, of a thousand persons. */
    public Row shown(double value, double low, double high) {
      return shown(value, low, high, 1_000);
    }

    public Row shown(double value, double low, double high, double persons) {
      return with("status", "shown")
          .with("reason", "")
          .with("numbers", String.format(Locale.ROOT, "%s, %s, %s, %s", persons, value, low, high));
    }

    public Row notDelivered(String table) {
      return with("status", "not_computed").with("reason", table + " not delivered");
    }

    public Row crude() {
      return with("standard", "crude");
    }

    public Row ofQuintile(int wanted) {
      return with("quintile", String.valueOf(wanted));
    }

    public Row ofSex(String wanted) {
      return with("sex", wanted);
    }

    public Row preliminary() {
      return with("preliminary", "true");
    }

    public Row warned() {
      return with("quality", "warning");
    }

    /** A part of a municipality whose code its own does not begin with. */
    public Row in(String municipality) {
      return with("municipality", municipality);
    }

    private String cell(String column, String otherwise) {
      return cells.getOrDefault(column, otherwise);
    }

    private String sql() {
      String period = cell("period", "");
      String area = cell("area", "");
      String quintile = cell("quintile", "all");
      String level = area.equals("scope") ? "scope" : area.length() == 4 ? "municipality" : "regso";
      String name = area.replace("scope", "Umeåregionen").replace("2480R", "Ersboda ");
      name = area.equals("2480") ? "Umeå" : area.equals("2403") ? "Bjurholm" : name;
      return Stream.of(
              cell("indicator", ""),
              period,
              period.substring(0, 4) + "-01-01",
              period.substring(period.length() - 4) + "-12-31",
              level,
              area,
              name,
              cell("sex", "all"),
              "all",
              quintile.equals("all") ? "none" : "income_quintile",
              quintile,
              cell("standard", "esp2013"),
              cell("status", "suppressed"),
              cell("reason", "<5"),
              cell("quality", "note"),
              cell("municipality", area.replaceFirst("R.*", "")))
          .map(text -> "'" + text + "'")
          .collect(
              Collectors.joining(
                  ", ",
                  "(",
                  ", %s, %s)"
                      .formatted(
                          cell("preliminary", "false"),
                          cell("numbers", "null, null, null, null"))));
    }
  }

  public SmallRelease indicator(String id, String unit, String direction) {
    indicators.add("('%s', '%s', '%s')".formatted(id, unit, direction));
    return this;
  }

  public SmallRelease with(Row... rows) {
    values.addAll(List.of(rows));
    return this;
  }

  public SmallRelease together(Row... rows) {
    pooled.addAll(List.of(rows));
    return this;
  }

  /** A row of table {@code signal} that is shown. */
  public SmallRelease signal(
      String kind,
      String indicator,
      String period,
      String area,
      String verdict,
      double... numbers) {
    signals.add(
        "('%s', '%s', '%s', '%s', '%s', 'shown', %s)"
            .formatted(
                kind,
                indicator,
                period,
                area,
                verdict,
                java.util.Arrays.stream(numbers)
                    .mapToObj(String::valueOf)
                    .collect(Collectors.joining(", "))));
    return this;
  }

  /** What the reports are written with about a place. */
  public Desk desk(Path folder, Area place) {
    return Desk.about(place, read(folder), Language.SV, ReportTemplate.STANDARD);
  }

  public Release read(Path folder) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve("manifest.json"),
          """
          {"release": "2026-11-22.1", "as_of": "2026-11-22", "data_through": "2026-10-31",
           "settings": {"invented": true, "scope.name": "Umeåregionen"}}
          """);
      copy(
          statement,
          folder,
          "indicator",
          indicators,
          "indicator, unit, direction",
          "*, '' as name_sv, '' as name_en, '' as question_sv, '' as numerator,"
              + " '' as denominator, '' as source, 'verified' as code_list_status,"
              + " '1' as definition_version");
      String columns =
          "indicator, period, period_start, period_end, area_level, area, area_name, sex,"
              + " age_group, dimension, category, standard, status, reason, quality, municipality, preliminary,"
              + " denominator, \"value\", ci_low, ci_high";
      String typed =
          "* replace (period_start::date as period_start, period_end::date as period_end,"
              + " denominator::double as denominator, \"value\"::double as \"value\","
              + " ci_low::double as ci_low, ci_high::double as ci_high)";
      copy(
          statement,
          folder,
          "indicator_value",
          values.stream().map(Row::sql).toList(),
          columns,
          typed);
      copy(
          statement,
          folder,
          "pooled_value",
          pooled.stream().map(Row::sql).toList(),
          columns,
          typed);
      copy(
          statement,
          folder,
          "signal",
          signals,
          "kind, indicator, period, area, verdict, status, \"value\", reference, low_95, high_95,"
              + " low_998, high_998",
          "*");
      return ReleaseReader.read(folder);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(
      Statement statement,
      Path folder,
      String table,
      List<String> rows,
      String columns,
      String selected)
      throws SQLException, IOException {
    if (rows.isEmpty()) {
      return;
    }
    Path to = Files.createDirectories(folder.resolve(table)).resolve("part-0.parquet");
    statement.execute(
        "copy (select %s from (values %s) as t(%s)) to '%s' (format parquet)"
            .formatted(selected, String.join(", ", rows), columns, to));
  }
}
