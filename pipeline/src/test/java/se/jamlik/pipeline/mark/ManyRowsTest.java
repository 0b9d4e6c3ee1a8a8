package se.jamlik.pipeline.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.link.Linked;
import se.jamlik.pipeline.link.Linker;
import se.jamlik.pipeline.measure.Cell;
import se.jamlik.pipeline.measure.IndicatorCell;
import se.jamlik.pipeline.measure.Measure;
import se.jamlik.pipeline.measure.MeasureRules;
import se.jamlik.pipeline.measure.Measured;
import se.jamlik.pipeline.measure.Sums;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Settings;

/**
 * A person with 50 000 rows in one year and a person with forty years of events, through link, mark
 * and measure.
 */
@ExtendWith(SparkTest.class)
@Timeout(180)
class ManyRowsTest {
  private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);
  private static final String FACTS =
      """
      concat_ws(' ', condition_count, primary_care_contacts, doctor_contacts, outpatient_visits,
        emergency_visits, admissions, bed_days, index_discharges, readmitted_discharges,
        drugs_in_use, home_care_months, cast(care_cost as bigint)) as facts
      """;

  private static List<Map<String, String>> facts;
  private static Measured measured;

  @BeforeAll
  static void compute(SparkSession spark, @TempDir Path folder) {
    Definitions definitions = Definitions.load();
    Settings settings = SmallSettings.DEFAULTS;
    GivenTables given = new GivenTables(definitions);
    giveManyRows(given);
    giveFortyYears(given);
    // A stranger's stay tells how far the inpatient table reaches.
    given.add("par_slutenvard", Map.of("lopnr", "stranger", "indatum", "2026-11-21"));
    Linked linked =
        new Linker(definitions, settings, LocalDate.of(2026, 11, 22), person -> person)
            .link(given.conformed(spark), folder.resolve("linked").toString());
    Marked marked = Mark.mark(linked, definitions, settings, folder.toString());
    facts =
        Values.rows(
            marked
                .personPeriods()
                .selectExpr("person = xxhash64('many') as has_many", "period", FACTS)
                .orderBy("has_many", "period"));
    measured =
        Measure.measured(
            marked.personPeriods(),
            marked.coverage(),
            new MeasureRules(
                definitions,
                settings.scope(),
                settings.groupers(),
                person -> person,
                (indicator, first, last, municipality) -> "passed"));
  }

  @Test
  void fiftyThousandRowsOfAPersonAreAllCounted() {
    long cost = 100 * (11_000 + 10_000) + 5_000 * 4_500 + 10_000 * 4_000 + 20_000 * 2_300;
    // Heart failure, diabetes and high blood pressure; all stays but the last are followed by one.
    assertThat(facts)
        .contains(
            Map.of(
                "has_many",
                "1",
                "period",
                "2025",
                "facts",
                "3 20000 20000 15000 5000 100 100 100 99 1 0 " + cost));
  }

  @Test
  void fortyYearsOfEventsAreFortyPeriodsAlike() {
    long cost = 2 * 11_000 + 10_000 + 12 * (4_500 + 2_300) + 12 * 10 * 550;
    List<Map<String, String>> years =
        IntStream.rangeClosed(1986, 2025)
            .mapToObj(
                year ->
                    Map.of(
                        "has_many",
                        "0",
                        "period",
                        "" + year,
                        "facts",
                        "3 12 12 12 12 1 2 1 0 1 12 " + cost))
            .toList();
    assertThat(facts.stream().filter(row -> row.get("has_many").equals("0")).limit(40))
        .containsExactlyElementsOf(years);
  }

  @Test
  void bothAreMeasuredInThePeriodThatTheyShare() {
    assertThat(sums("MM3")).containsExactly(2, 2);
    assertThat(sums("ED80")).containsExactly(5_000 + 12, 2);
    assertThat(sums("READM30")).containsExactly(99, 100 + 1);
    assertThat(sums("HTJ80")).containsExactly(1, 2);
    // Every second contact with each of two doctors; and all with one.
    assertThat(sums("COC"))
        .containsExactly(
            new double[] {2.0 * 10_000 * 9_999 / (20_000.0 * 19_999) + 1, 2}, within(1e-12));
    assertThat(sums("SECON")).containsExactly(0 + 1, 2);
    assertThat(sums("HNHC1")).containsExactly(110_600_000, 110_600_000 + 179_600);
  }

  @Test
  void fortyOnePeriodsAreMeasured() {
    assertThat(
            measured.indicatorCells().stream()
                .filter(cell -> cell.indicator().id().equals("MM2"))
                .map(cell -> cell.cell().period())
                .distinct())
        .hasSize(41);
  }

  private static double[] sums(String indicator) {
    Sums total =
        measured.indicatorCells().stream()
            .filter(cell -> cell.indicator().id().equals(indicator))
            .filter(cell -> cell.cell().equals(Cell.wholeArea("2025", Cell.SCOPE, Cell.SCOPE)))
            .map(IndicatorCell::sums)
            .findFirst()
            .orElseThrow()
            .total();
    return new double[] {total.numerator().sum(), total.denominator().sum()};
  }

  private static void giveManyRows(GivenTables given) {
    for (int year = 2024; year <= 2025; year++) {
      add(given, "rtb_bef", "many", "ar", "" + year, "fodelsear", "1940");
    }
    for (int row = 0; row < 20_000; row++) {
      String code = row % 2 == 0 ? "I10" : "E11";
      contact(
          given,
          "many",
          "%05d".formatted(row),
          NEW_YEAR.plusDays(row / 55),
          "doctor " + code,
          code);
    }
    for (int row = 0; row < 15_000; row++) {
      visit(given, "many", NEW_YEAR.plusDays(row / 42), row % 3 == 0 ? "1" : "0");
    }
    for (int row = 0; row < 5_000; row++) {
      LocalDate admitted = NEW_YEAR.plusDays(1 + 3 * (row / 50));
      stay(given, "many", admitted, admitted.plusDays(1), "clinic " + row % 50);
    }
    for (int row = 0; row < 10_000; row++) {
      String packages = row % 2 == 0 ? "2" : "-1";
      dispensing(given, "many", NEW_YEAR.plusDays(row / 2 % 365), packages);
    }
  }

  private static void giveFortyYears(GivenTables given) {
    add(given, "sol", "long", "insats", "HEMTJANST", "fom", "1986-01-01", "timmar_man", "10");
    add(given, "rtb_bef", "long", "ar", "1985", "fodelsear", "1940");
    for (int year = 1986; year <= 2025; year++) {
      add(given, "rtb_bef", "long", "ar", "" + year, "fodelsear", "1940");
      stay(given, "long", LocalDate.of(year, 6, 1), LocalDate.of(year, 6, 3), "101");
      for (int month = 1; month <= 12; month++) {
        contact(given, "long", year + "-" + month, LocalDate.of(year, month, 10), "doctor", "I10");
        visit(given, "long", LocalDate.of(year, month, 11), "1");
        dispensing(given, "long", LocalDate.of(year, month, 15), "1");
      }
    }
  }

  private static void contact(
      GivenTables given, String person, String contact, LocalDate on, String doctor, String code) {
    add(
        given,
        "pv_kontakt",
        person,
        "kontakt_id",
        person + contact,
        "kontaktdatum",
        on.toString(),
        "yrke",
        "LAKARE",
        "kontakttyp",
        "MOTTAGNING",
        "personal",
        doctor,
        "dia1",
        code);
  }

  private static void visit(GivenTables given, String person, LocalDate on, String emergency) {
    add(given, "par_oppenvard", person, "indatum", "" + on, "akut", emergency, "hdia", "E11");
  }

  private static void stay(
      GivenTables given, String person, LocalDate from, LocalDate to, String clinic) {
    add(
        given,
        "par_slutenvard",
        person,
        "indatum",
        from.toString(),
        "utdatum",
        to.toString(),
        "klinik",
        clinic,
        "hdia",
        "I50",
        "utsatt",
        "3",
        "pvard",
        "2");
  }

  private static void dispensing(GivenTables given, String person, LocalDate on, String packages) {
    add(given, "lmed", person, "atc", "A10BA02", "edatum", on.toString(), "antal", packages);
  }

  /** Adds a row of a person, with columns and cells in turn. */
  private static void add(GivenTables given, String table, String person, String... cells) {
    Map<String, String> row = new TreeMap<>(Map.of("lopnr", person));
    for (int place = 0; place < cells.length; place += 2) {
      row.put(cells[place], cells[place + 1]);
    }
    given.add(table, row);
  }
}
