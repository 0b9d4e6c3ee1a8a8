package se.jamlik.reports;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.duckdb.DuckDBAppender;

/** The values of an invented region, with chance, and what stands beside them. */
final class InventedValues {

  private static final long SEED = 20261122;

  private final List<InventedCell> cells;
  private final Predicate<String> isHidden;
  private final Random random = new Random(SEED);

  InventedValues(List<InventedCell> cells, Predicate<String> isHidden) {
    this.cells = cells;
    this.isHidden = isHidden;
  }

  /** Tables indicator_value and pooled_value: three years of one indicator as if they were one. */
  void writeTo(WrittenTables tables) {
    tables.run(
        """
        create table indicator_value (indicator text, period text, period_start date,
          period_end date, preliminary boolean, area_level text, area text, area_name text, sex text,
          age_group text, dimension text, category text, standard text, numerator double,
          denominator double, "value" double, ci_low double, ci_high double, unit text, status text,
          reason text, quality text)
        """);
    tables.append(
        "indicator_value",
        appender -> {
          for (InventedCell cell : cells) {
            append(appender, cell);
          }
        });
    tables.write("indicator_value");
    tables.run(
        """
        create table pooled_value as
        select * replace ('2023-2025' as period, date '2023-01-01' as period_start)
        from indicator_value
        where indicator = 'PAVERK' and period = '2025'
        """);
    tables.write("pooled_value");
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
}
