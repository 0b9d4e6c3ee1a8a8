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
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * A small release of an invented region, drawn from a seed: six municipalities, five years,
 * gradients by age and income.
 */
final class InventedRelease {

  static final List<String> INDICATORS =
      List.of(
          "MM2",
          "MM3",
          "CCI3",
          "MSA65_CARE",
          "MSA65_SOCIAL",
          "MSA65_CORE",
          "MSA65",
          "POLY5",
          "PAVERK",
          "READM30",
          "ED80",
          "BOTH65",
          "HTJ65",
          "EB");

  private static final long SEED = 20261122;
  private static final List<String> AGES =
      List.of("0-17", "18-44", "45-64", "65-74", "75-84", "85+");
  private static final double[] AGE_SHARE = {0.20, 0.37, 0.24, 0.10, 0.06, 0.03};
  private static final double[] MM2_BY_AGE = {3, 12, 33, 56, 74, 83};

  private record Place(String code, String name, int population, double level) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("scope", "Umeåregionen", 164_830, 1.0),
          new Place("2403", "Bjurholm", 2_370, 1.16),
          new Place("2401", "Nordmaling", 6_960, 1.12),
          new Place("2409", "Robertsfors", 6_730, 0.97),
          new Place("2480", "Umeå", 134_200, 0.98),
          new Place("2404", "Vindeln", 5_420, 1.03),
          new Place("2460", "Vännäs", 9_150, 0.93));

  private record Cell(
      String indicator,
      String period,
      Place place,
      String sex,
      String age,
      String dimension,
      String category,
      String standard,
      double value,
      double people) {}

  private final Path folder;
  private final boolean isHidden;
  private final Random random = new Random(SEED);

  private InventedRelease(Path folder, boolean isHidden) {
    this.folder = folder;
    this.isHidden = isHidden;
  }

  /** A release with values. */
  static Path write(Path folder) {
    new InventedRelease(folder, false).writeAll();
    return folder;
  }

  /** A release in which every cell is suppressed. */
  static Path writeSuppressed(Path folder) {
    new InventedRelease(folder, true).writeAll();
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
             "scope.region": "Region Västerbotten"}}
          """);
      indicatorValues(connection);
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
          reason text)
        """);
    try (DuckDBAppender appender =
        connection.unwrap(DuckDBConnection.class).createAppender("main", "indicator_value")) {
      for (Cell cell : cells()) {
        append(appender, cell);
      }
    }
    copy(connection, "indicator_value");
  }

  private List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    List<String> periods = List.of("2021", "2022", "2023", "2024", "2025", "R12-2026-10");
    for (String indicator : INDICATORS) {
      for (int year = 0; year < periods.size(); year++) {
        for (Place place : PLACES) {
          cellsOf(cells, indicator, periods.get(year), year, place);
        }
      }
    }
    return cells;
  }

  private void cellsOf(List<Cell> cells, String indicator, String period, int year, Place place) {
    double level = base(indicator) * Math.pow(trend(indicator), year);
    level *= indicator.equals("MM2") ? Math.sqrt(place.level()) : place.level();
    double people = place.population() * share(indicator);
    for (String standard : List.of("crude", "esp2013")) {
      double all = standard.equals("crude") ? level * 1.02 : level;
      cells.add(
          new Cell(indicator, period, place, "all", "all", "none", "all", standard, all, people));
      for (String sex : List.of("women", "men")) {
        double factor = sex.equals("women") ? 1.04 : 0.96;
        cells.add(
            new Cell(
                indicator,
                period,
                place,
                sex,
                "all",
                "none",
                "all",
                standard,
                all * factor,
                people / 2));
      }
      for (int quintile = 1; quintile <= 5; quintile++) {
        double income = 1 + income(indicator) * (3 - quintile) / 2;
        String category = String.valueOf(quintile);
        cells.add(
            new Cell(
                indicator,
                period,
                place,
                "all",
                "all",
                "income_quintile",
                category,
                standard,
                all * income,
                people / 5));
        if (place.code().equals("scope")) {
          for (String sex : List.of("women", "men")) {
            double factor = sex.equals("women") ? 1.04 : 0.96;
            cells.add(
                new Cell(
                    indicator,
                    period,
                    place,
                    sex,
                    "all",
                    "income_quintile",
                    category,
                    standard,
                    all * income * factor,
                    people / 10));
          }
        }
      }
    }
    for (int age = 0; age < AGES.size(); age++) {
      double value = indicator.equals("MM2") ? MM2_BY_AGE[age] * Math.sqrt(place.level()) : level;
      double inAge = place.population() * AGE_SHARE[age];
      cells.add(
          new Cell(
              indicator,
              period,
              place,
              "all",
              AGES.get(age),
              "none",
              "all",
              "crude",
              value,
              inAge));
      for (int quintile = 1; quintile <= 5 && place.code().equals("scope"); quintile++) {
        double income = 1 + income(indicator) * (3 - quintile) / 2;
        cells.add(
            new Cell(
                indicator,
                period,
                place,
                "all",
                AGES.get(age),
                "income_quintile",
                String.valueOf(quintile),
                "crude",
                value * income,
                inAge / 5));
      }
    }
  }

  private void append(DuckDBAppender row, Cell cell) throws SQLException {
    double multiplier = multiplier(cell.indicator());
    double share = Math.min(0.95, cell.value() / multiplier);
    double error = Math.sqrt(share * (multiplier > 100 ? 1 : 1 - share) / cell.people());
    double drawn = Math.max(0, share + 0.6 * error * random.nextGaussian());
    double count = drawn * cell.people();
    String status = "shown";
    String reason = "";
    if (isHidden || count < 5) {
      status = "suppressed";
      reason = "<5";
    } else if (cell.standard().equals("esp2013") && count < 10) {
      status = "not_computed";
      reason = "fewer than 10";
    } else if (isShortLookBack(cell)) {
      reason = "look-back shorter than 5 years";
    }
    boolean isShown = status.equals("shown");
    boolean isRolling = cell.period().startsWith("R12");
    String year = isRolling ? "" : cell.period();
    row.beginRow();
    row.append(cell.indicator());
    row.append(cell.period());
    row.append(isRolling ? LocalDate.of(2025, 11, 1) : LocalDate.parse(year + "-01-01"));
    row.append(isRolling ? LocalDate.of(2026, 10, 31) : LocalDate.parse(year + "-12-31"));
    row.append(isRolling);
    row.append(cell.place().code().equals("scope") ? "scope" : "municipality");
    row.append(cell.place().code());
    row.append(cell.place().name());
    row.append(cell.sex());
    row.append(cell.age());
    row.append(cell.dimension());
    row.append(cell.category());
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
    row.append(unit(cell.indicator()));
    row.append(status);
    row.append(reason);
    row.endRow();
  }

  private static boolean isShortLookBack(Cell cell) {
    boolean looksBack = List.of("MM2", "MM3", "CCI3").contains(cell.indicator());
    return looksBack && List.of("2021", "2022", "2023").contains(cell.period());
  }

  private static double base(String indicator) {
    return switch (indicator) {
      case "MM2" -> 25.8;
      case "MM3" -> 12.4;
      case "CCI3" -> 5.1;
      case "MSA65_CARE" -> 7.9;
      case "MSA65_SOCIAL" -> 9.6;
      case "MSA65_CORE" -> 2.4;
      case "MSA65" -> 15.1;
      case "POLY5" -> 47.5;
      case "PAVERK" -> 905;
      case "READM30" -> 17.6;
      case "ED80" -> 562;
      case "BOTH65" -> 14.8;
      case "HTJ65" -> 8.2;
      default -> 2.9;
    };
  }

  private static double trend(String indicator) {
    return switch (indicator) {
      case "PAVERK" -> 0.968;
      case "POLY5" -> 1.017;
      case "EB" -> 0.95;
      default -> 1.0;
    };
  }

  /** How much more the lowest income has, and the highest less. */
  private static double income(String indicator) {
    return switch (indicator) {
      case "PAVERK" -> 0.34;
      case "EB" -> 0.8;
      case "POLY5", "HTJ65" -> 0.03;
      default -> 0.16;
    };
  }

  private static double share(String indicator) {
    return switch (indicator) {
      case "MM2", "MM3", "EB" -> 1;
      case "CCI3" -> 0.8;
      case "PAVERK" -> 0.77;
      case "POLY5" -> 0.085;
      case "READM30" -> 0.03;
      case "ED80" -> 0.05;
      default -> 0.19;
    };
  }

  private static double multiplier(String indicator) {
    return switch (indicator) {
      case "PAVERK" -> 100_000;
      case "ED80" -> 1_000;
      default -> 100;
    };
  }

  private static String unit(String indicator) {
    return switch (indicator) {
      case "PAVERK" -> "per 100 000";
      case "ED80" -> "per 1 000";
      default -> "%";
    };
  }

  private void conditionCounts(Connection connection) throws SQLException, IOException {
    execute(
        connection,
        """
        create table condition_count (grouper text, period text, area_level text, area text,
          sex text, age_group text, income_quintile text, conditions text, persons bigint,
          population bigint, "value" double, status text, reason text)
        """);
    List<String> ages = new ArrayList<>(AGES);
    ages.add("all");
    for (Place place : PLACES) {
      for (String age : ages) {
        boolean isScope = place.code().equals("scope");
        if (isScope || age.equals("all")) {
          int group = AGES.indexOf(age);
          conditionCounts(connection, place, age, group < 0 ? 25 : MM2_BY_AGE[group]);
        }
      }
    }
    copy(connection, "condition_count");
  }

  private void conditionCounts(Connection connection, Place place, String age, double two)
      throws SQLException {
    double one = (100 - two) * (0.1 + two / 150);
    double[] shares = {100 - two - one, one, two * 0.42, two * 0.26, two * 0.16, two * 0.16};
    for (int i = 0; i < shares.length; i++) {
      boolean isShown = !isHidden && shares[i] * place.population() > 2_000;
      execute(
          connection,
          "insert into condition_count values ('calderon60', '2025', '%s', '%s', 'all', '%s', 'all', '%s', %s, %s, %s, '%s', '')"
              .formatted(
                  place.code().equals("scope") ? "scope" : "municipality",
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
    for (String indicator : INDICATORS) {
      String direction =
          indicator.startsWith("MSA") || indicator.equals("BOTH65") || indicator.equals("HTJ65")
              ? "neutral"
              : "lower";
      rows.add(
          "('%s', 'Namn på %s', 'Name of %s', 'Hur många av invånarna har det som %s räknar?', 'n', 'd', '%s', '%s', 'Socialstyrelsen', '%s', '1')"
              .formatted(
                  indicator,
                  indicator,
                  indicator,
                  indicator,
                  unit(indicator),
                  direction,
                  indicator.equals("PAVERK") ? "unverified" : "transcribed"));
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
