package se.jamlik.reports;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.release.Interval;
import se.jamlik.reports.release.Release;
import se.jamlik.reports.release.ReleaseReader;

/** A release of a few cells that a test tells, written and read as any other. */
final class ToldRelease {

  /** The name of the scope. */
  static final String WHOLE = "Helheten";

  /** The calendar years of every told release. */
  static final List<String> YEARS = List.of("2021", "2022", "2023", "2024", "2025");

  private static final Map<String, String> PER =
      Map.of("PAVERK", "per 100 000", "ED80", "per 1 000", "COC", "index");

  private static final List<String> NEUTRAL = List.of("MSA65_CORE", "HTJ65");

  private ToldRelease() {}

  static Release of(Path folder, Collection<ToldCell> cells) {
    try (WrittenTables tables = WrittenTables.in(folder)) {
      tables.text(
          "manifest.json",
          """
          {"release": "2026-11-22.1", "as_of": "2026-11-22", "data_through": "2026-10-31",
           "settings": {"scope.name": "%s", "scope.region": "Region Väst"}}
          """
              .formatted(WHOLE));
      indicators(tables, cells);
      values(tables, cells);
    }
    return ReleaseReader.read(folder);
  }

  private static void indicators(WrittenTables tables, Collection<ToldCell> cells) {
    String rows =
        cells.stream()
            .map(cell -> cell.group().indicator())
            .distinct()
            .sorted()
            .map(
                id ->
                    "('%1$s', 'Namn på %1$s', 'Name of %1$s', 'Hur många?', 'How many?', '', '', '%2$s', '%3$s', '', 'verified', '1')"
                        .formatted(
                            id,
                            PER.getOrDefault(id, "%"),
                            NEUTRAL.contains(id) ? "neutral" : "lower"))
            .collect(Collectors.joining(", "));
    tables.run(
        "create table indicator as select * from (values "
            + rows
            + ") as t(indicator, name_sv, name_en, question_sv, question_en, numerator, denominator, unit, direction, source, code_list_status, definition_version)");
    tables.write("indicator");
  }

  private static void values(WrittenTables tables, Collection<ToldCell> cells) {
    tables.run(
        """
        create table indicator_value (indicator text, period text, period_start date,
          period_end date, preliminary boolean, area_level text, area text, area_name text, sex text,
          age_group text, dimension text, category text, standard text, denominator double,
          "value" double, ci_low double, ci_high double, status text, reason text, quality text)
        """);
    tables.append(
        "indicator_value",
        appender -> {
          for (ToldCell cell : cells) {
            append(appender, cell);
          }
        });
    tables.write("indicator_value");
  }

  private static void append(DuckDBAppender row, ToldCell cell) throws SQLException {
    String year = cell.group().period();
    boolean isScope = cell.group().area().equals(Area.SCOPE_CODE);
    row.beginRow();
    row.append(cell.group().indicator());
    row.append(year);
    row.append(LocalDate.parse(year + "-01-01"));
    row.append(LocalDate.parse(year + "-12-31"));
    row.append(cell.isPreliminary());
    row.append(isScope ? "scope" : "municipality");
    row.append(cell.group().area());
    row.append(isScope ? WHOLE : cell.group().area());
    row.append(cell.group().sex());
    row.append(cell.group().ageGroup());
    row.append(cell.group().dimension());
    row.append(cell.group().category());
    row.append(cell.group().standard());
    row.append(cell.denominator());
    Optional<Interval> interval = cell.estimate().flatMap(Estimate::interval);
    append(row, cell.estimate().map(Estimate::value));
    append(row, interval.map(Interval::low));
    append(row, interval.map(Interval::high));
    row.append(cell.status());
    row.append(cell.reason());
    row.append(cell.hasWarning() ? "warning" : "passed");
    row.endRow();
  }

  private static void append(DuckDBAppender row, Optional<Double> number) throws SQLException {
    if (number.isPresent()) {
      row.append(number.get().doubleValue());
    } else {
      row.appendNull();
    }
  }
}
