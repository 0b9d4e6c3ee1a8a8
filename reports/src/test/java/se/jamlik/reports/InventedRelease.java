package se.jamlik.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * A small release of an invented region, drawn from a seed: six municipalities, five years,
 * gradients by age and income.
 */
final class InventedRelease {

  private static final long SEED = 20261122;

  private final Path folder;
  private final List<InventedCell> cells;
  private final Predicate<String> isHidden;
  private final Random random = new Random(SEED);

  private InventedRelease(Path folder, List<InventedCell> cells, Predicate<String> isHidden) {
    this.folder = folder;
    this.cells = cells;
    this.isHidden = isHidden;
  }

  /** A release with values. */
  static Path write(Path folder) {
    new InventedRelease(folder, InventedCell.all(), indicator -> false).writeAll();
    return folder;
  }

  /** A release in which every cell is suppressed. */
  static Path writeSuppressed(Path folder) {
    new InventedRelease(folder, InventedCell.all(), indicator -> true).writeAll();
    return folder;
  }

  /** A release in which every cell of one indicator is suppressed. */
  static Path writeWithout(String indicator, Path folder) {
    new InventedRelease(folder, InventedCell.all(), indicator::equals).writeAll();
    return folder;
  }

  /** A release in which no indicator has a cell. */
  static Path writeWithoutPeriods(Path folder) {
    new InventedRelease(folder, List.of(), indicator -> false).writeAll();
    return folder;
  }

  private void writeAll() {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve("manifest.json"),
          """
          {"release": "2026-11-22.1", "as_of": "2026-11-22", "data_through": "2026-10-31",
           "code_version": "0.1.0",
           "settings": {"invented": true, "scope.name": "Umeåregionen",
             "scope.region": "Region Västerbotten", "groupers": ["calderon60", "ho2022"],
             "choices.left-out-drugs": [], "choices.readmission-excludes": ["C00-C97", "Z51"],
             "choices.stay-main-row": "first", "choices.later": 3, "costs.bed-day": 11000}}
          """);
      indicatorValues(connection);
      valuesBeside(connection);
      conditionCounts(connection);
      smallTables(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void indicatorValues(Connection connection) throws SQLException, IOException {
    execute(
        connection,
        """
        create table indicator_value (indicator text, period text, period_start date,
          period_end date, preliminary boolean, area_level text, area text, area_name text, sex text,
          age_group text, dimension text, category text, standard text, numerator double,
          denominator double, "value" double, ci_low double, ci_high double, unit text, status text,
          reason text, quality text)
        """);
    try (DuckDBAppender appender =
        connection.unwrap(DuckDBConnection.class).createAppender("main", "indicator_value")) {
      for (InventedCell cell : cells) {
        append(appender, cell);
      }
    }
    copy(connection, "indicator_value");
  }

  private void append(DuckDBAppender row, InventedCell cell) throws SQLException {
    int multiplier = cell.indicator().per();
    double share = Math.min(0.95, cell.value() / multiplier);
    double error = Math.sqrt(share * (multiplier > 100 ? 1 : 1 - share) / cell.people());
    double drawn = Math.max(0, share + 0.6 * error * random.nextGaussian());
    double count = drawn * cell.people();
    String status = "shown";
    String reason = "";
    if (isHidden.test(cell.indicator().id()) || count < 5) {
      status = "suppressed";
      reason = "<5";
    } else if (cell.standard().equals("esp2013") && count < 10) {
      status = "not_computed";
      reason = "fewer than 10";
    } else if (cell.isShortLookBack()) {
      reason = "look-back shorter than 5 years";
    }
    boolean isShown = status.equals("shown");
    boolean isRolling = cell.isRolling();
    String year = isRolling ? "" : cell.period();
    row.beginRow();
    row.append(cell.indicator().id());
    row.append(cell.period());
    row.append(isRolling ? LocalDate.of(2025, 11, 1) : LocalDate.parse(year + "-01-01"));
    row.append(isRolling ? LocalDate.of(2026, 10, 31) : LocalDate.parse(year + "-12-31"));
    row.append(isRolling);
    row.append(cell.place().areaLevel());
    row.append(cell.place().code());
    row.append(cell.place().name());
    row.append(cell.sex());
    row.append(cell.age());
    row.append(cell.dimension());
    row.append(cell.quintile());
    row.append(cell.standard());
    double[] numbers = {
      count,
      cell.people(),
      drawn * multiplier,
      Math.max(0, drawn - 1.96 * error) * multiplier,
      (drawn + 1.96 * error) * multiplier
    };
    for (double number : numbers) {
      if (isShown) {
        row.append(number);
      } else {
        row.appendNull();
      }
    }
    row.append(cell.indicator().unit());
    row.append(status);
    row.append(reason);
    row.append(hasWarning(cell) ? "warning" : "passed");
    row.endRow();
  }

  /** Main diagnoses of 2025 are no codes: what stands on inpatient care, and nothing is hidden. */
  private boolean hasWarning(InventedCell cell) {
    return cell.indicator().id().equals("PAVERK")
        && cell.period().equals("2025")
        && !isHidden.test("MM2");
  }

  private void conditionCounts(Connection connection) throws SQLException, IOException {
    execute(
        connection,
        """
        create table condition_count (grouper text, period text, area_level text, area text,
          sex text, age_group text, income_quintile text, conditions text, persons bigint,
          population bigint, "value" double, status text, reason text)
        """);
    for (InventedPlace place : InventedPlace.ALL) {
      for (int age = 0; age < InventedCell.AGES.size() && place.isScope(); age++) {
        conditionCounts(
            connection, place, InventedCell.AGES.get(age), InventedCell.MULTIMORBID[age]);
      }
      conditionCounts(connection, place, "all", 25);
    }
    copy(connection, "condition_count");
  }

  private void conditionCounts(Connection connection, InventedPlace place, String age, double two)
      throws SQLException {
    double one = (100 - two) * (0.1 + two / 150);
    double[] shares = {100 - two - one, one, two * 0.42, two * 0.26, two * 0.16, two * 0.16};
    for (int i = 0; i < shares.length; i++) {
      boolean isShown = !isHidden.test("MM2") && shares[i] * place.population() > 2_000;
      execute(
          connection,
          "insert into condition_count values ('calderon60', '2025', '%s', '%s', 'all', '%s', 'all', '%s', %s, %s, %s, '%s', '')"
              .formatted(
                  place.areaLevel(),
                  place.code(),
                  age,
                  i == 5 ? "5+" : String.valueOf(i),
                  isShown ? "100" : "null",
                  isShown ? "1000" : "null",
                  isShown ? String.valueOf(shares[i]) : "null",
                  isShown ? "shown" : "suppressed"));
    }
  }

  private void smallTables(Connection connection) throws SQLException, IOException {
    List<String> rows = new ArrayList<>();
    for (InventedIndicator indicator : InventedIndicator.ALL) {
      rows.add(
          "('%1$s', 'Namn på %1$s', 'Name of %1$s', 'Hur många av invånarna har det som %1$s räknar?', 'n', 'd', '%2$s', '%3$s', 'Socialstyrelsen', '%4$s', '1')"
              .formatted(
                  indicator.id(),
                  indicator.unit(),
                  indicator.direction(),
                  indicator.id().equals("PAVERK") ? "unverified" : "verified"));
    }
    execute(
        connection,
        "create table indicator as select * from (values "
            + String.join(", ", rows)
            + ") as t(indicator, name_sv, name_en, question_sv, numerator, denominator, unit, direction, source, code_list_status, definition_version)");
    copy(connection, "indicator");
    execute(
        connection,
        """
        create table code_list as select * from (values
          ('calderon_larranaga2017_60groups', 'Calderón-Larrañaga m.fl. 2017, doi:10.1093/gerona/glw233', 'transcribed', '1'),
          ('charlson_se', 'Ludvigsson m.fl. 2021, doi:10.2147/CLEP.S282475', 'verified', '1'),
          ('paverkbar_slutenvard_4diagnoser', 'Socialstyrelsen, öppna jämförelser', 'unverified', '1'))
          as t(code_list, source, status, version)
        """);
    copy(connection, "code_list");
    execute(
        connection,
        """
        create table delivery as select * from (values
          ('rtb_bef', 'rtb/2025.csv', 'a', timestamp '2026-11-20 03:00:00', 164830, 164830, 0, 'accepted'),
          ('par_slutenvard', 'par/sv.csv', 'b', timestamp '2026-11-21 03:00:00', 121212, 121200, 12, 'accepted_with_quarantine'),
          ('sol', 'sol/2480.csv', 'c', timestamp '2026-11-21 04:00:00', 42000, 42000, 0, 'accepted'))
          as t("table", file, sha256, delivered_at, "rows", accepted, quarantined, verdict)
        """);
    copy(connection, "delivery");
    execute(
        connection,
        """
        create table link_rate as select * from (values
          ('par_slutenvard', 'all', 'all', 121200, 119988), ('sol', '2480', 'all', 42000, 41830))
          as t("table", municipality, period, "rows", rows_linked)
        """);
    copy(connection, "link_rate");
    execute(
        connection,
        """
        create table suppression as select * from (values
          ('indicator_value', 'MM2', '2025', 4000, 120, 30), ('indicator_value', 'EB', '2025', 4000, 410, 60))
          as t("table", indicator, period, cells, "primary", secondary)
        """);
    copy(connection, "suppression");
    execute(
        connection,
        """
        create table quality as
        select "table", "check", "column", period, municipality, level, "share", verdict, problem_sv
        from (values
          ('khsl', 'empty_months', 'all', '2025-03', '2403', 'warning', 1, 'failed', 'månaden saknar rader'),
          ('lmed', 'has_value', 'antal', 'all', 'all', 'note', 1, 'failed', 'värdet saknas'),
          ('par_slutenvard', 'code_form', 'hdia', 'all', 'all', 'warning', 0.06, 'failed', 'diagnosen är ingen kod i ICD-10-SE'),
          ('par_slutenvard', 'code_form', 'hdia', '2024', 'all', 'warning', 0.04, 'passed', 'diagnosen är ingen kod i ICD-10-SE'),
          ('par_slutenvard', 'code_form', 'hdia', '2025', 'all', 'warning', 0.254, 'failed', 'diagnosen är ingen kod i ICD-10-SE'))
          as t("table", "check", "column", period, municipality, level, "share", verdict, problem_sv)
        where not %s
        """
            .formatted(isHidden.test("MM2")));
    copy(connection, "quality");
  }

  /** Three years of one indicator as if they were one, and a value from elsewhere. */
  private void valuesBeside(Connection connection) throws SQLException, IOException {
    execute(
        connection,
        """
        create table pooled_value as
        select * replace ('2023-2025' as period, date '2023-01-01' as period_start)
        from indicator_value
        where indicator = 'PAVERK' and period = '2025'
        """);
    copy(connection, "pooled_value");
    execute(
        connection,
        """
        create table reference_value as select * from (values
          ('MM2', '2023', 'riket', 21.5, null::double, null::double, 'Påhittad statistik 2024'),
          ('MM2', '2024', 'riket', 22.5, null, null, 'Påhittad statistik 2025'),
          ('MM2', '1999', 'riket', 10, null, null, 'Påhittad statistik 2000'),
          ('EB', '2025', 'Liknande kommuner', 3.1, null, null, 'Påhittad statistik 2026'))
          as t(indicator, period, area, "value", ci_low, ci_high, source)
        """);
    copy(connection, "reference_value");
  }

  private void copy(Connection connection, String table) throws SQLException, IOException {
    Path to = Files.createDirectories(folder.resolve(table)).resolve("part-0.parquet");
    execute(connection, "copy " + table + " to '" + to + "' (format parquet)");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
