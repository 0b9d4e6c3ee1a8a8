package se.jamlik.pipeline.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.link.Linked;
import se.jamlik.pipeline.vocabulary.Areas;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.Days;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Period;

/** Random people with edges over-weighted; what Spark makes of them, DuckDB must make too. */
@ExtendWith(SparkTest.class)
class TwoEnginesTest {
  private static final long SEED = 20261122;
  private static final int PERSONS = 5_000;
  private static final LocalDate DATA_THROUGH = LocalDate.of(2026, 11, 21);
  private static final List<Period> PERIODS =
      List.of(Period.year(2024), Period.year(2025), Period.rollingTo(YearMonth.of(2026, 10)));

  private final Random random = new Random(SEED);
  private final Set<List<Object>> inpatientKeys = new HashSet<>();

  @Test
  void sparkAndDuckDbFindTheSameFacts(SparkSession spark, @TempDir Path folder)
      throws SQLException {
    Definitions definitions = Definitions.load();
    Linked linked = people(spark);
    Marked marked = Mark.mark(linked, definitions, SmallSettings.DEFAULTS, folder.toString());
    try (DuckDbMark duckDb = new DuckDbMark(linked, definitions, folder)) {
      List<Map<String, String>> expected = duckDb.rows("from marked order by person, period");
      assertThat(expected).hasSize(PERSONS * PERIODS.size());
      assertThat(Values.rows(marked.personPeriods().orderBy("person", "period")))
          .as("seed %d", SEED)
          .isEqualTo(expected);
    }
  }

  private Linked people(SparkSession spark) {
    LinkedRows rows = new LinkedRows(spark);
    for (long person = 0; person < PERSONS; person++) {
      rows.withResident(person, oneOf(17, 18, 64, 65, 74, 75, 80, 90), PERIODS);
      if (chance(0.1)) {
        rows.with("death", person, day());
      }
      for (int row = 0; row < random.nextInt(6); row++) {
        addInpatientRow(rows, person);
      }
      for (int row = 0; row < random.nextInt(12); row++) {
        addSmallEvents(rows, person);
      }
      for (int row = 0; row < random.nextInt(5); row++) {
        addDecisions(rows, person);
        addPlans(rows, person);
      }
    }
    return rows.linked(
        new Coverage(
            DATA_THROUGH.plusDays(1),
            DATA_THROUGH,
            LocalDate.of(2019, 1, 1),
            PERIODS,
            Set.of(),
            Map.of(),
            Areas.NONE));
  }

  private void addInpatientRow(LinkedRows rows, long person) {
    int admitted = stayDay();
    Integer discharged = chance(0.08) ? null : Integer.valueOf(admitted + oneOf(0, 0, 1, 2, 5, 30));
    String hospital = oneOf("64001", "64010");
    String clinic = oneOf("101", "Å1", null);
    // The contract's key: two such rows have no order.
    if (!inpatientKeys.add(Arrays.asList(person, admitted, hospital, clinic))) {
      return;
    }
    String main = code();
    rows.with(
        "inpatient_row",
        person,
        admitted,
        discharged,
        hospital,
        clinic,
        oneOf("101", "901"),
        main,
        oneOf(1, 2, 3, null),
        oneOf(1, 2, 3, 4, null),
        oneOf(1, 2, 2, null));
    int diagnosed = discharged == null ? admitted : discharged;
    if (main != null) {
      rows.with("diagnosis", person, diagnosed, main, "inpatient", "main");
    }
    rows.with("diagnosis", person, diagnosed, "W19", "inpatient", "external");
  }

  private void addSmallEvents(LinkedRows rows, long person) {
    int day = day();
    rows.with("outpatient_visit", person, day, "101", oneOf(0, 1, null), oneOf("LAKARE", null));
    rows.with("diagnosis", person, day, "E10" + random.nextInt(10), "outpatient", "secondary");
    rows.with(
        "primary_care_contact",
        person,
        "k" + random.nextLong(),
        day(),
        "e",
        oneOf("LAKARE", "LAKARE", "SJUKSKOTERSKA", null),
        oneOf("MOTTAGNING", "MOTTAGNING", "DISTANS_TELEFON", "BREV", "DISTANS_VIDEO", null),
        oneOf("Li", "Li", "Nour", null),
        1,
        oneOf(0, 0, 1, null));
    rows.with(
        "dispensing",
        person,
        oneOf("A10BA02", "C03CA01", "D01AC01", "N02BE", "N06AB04", "B01AF02", "C07AB02"),
        Days.of(period().lastDay()) - oneOf(-1, 0, 1, 89, 90, 120),
        oneOf(1, 2, 90, 120));
    rows.with("municipal_care_act", person, "2480", "GD001", day());
    rows.with(
        "economic_assistance",
        person,
        oneOf("2480", "2401"),
        2024 * 12 + oneOf(-1, 0, 11, 12, 23, 24, 33, 34),
        oneOf("household of " + random.nextInt(PERSONS), null));
  }

  private void addPlans(LinkedRows rows, long person) {
    int ready = day();
    rows.with(
        "discharge_ready",
        person,
        ready,
        chance(0.2) ? ready + 1 : null,
        chance(0.2) ? null : ready + oneOf(0, 1, 5),
        "2480");
    rows.with("care_plan", person, day(), null, null, "REGION");
    rows.with(
        "child_measure",
        person,
        "2480",
        "m" + random.nextLong(),
        "SOL",
        oneOf("HVB", null),
        day(),
        day());
    rows.with("listing", person, "Ersboda", oneOf("Li", null), day(), 2_932_896, day(), 2_932_896);
  }

  private void addDecisions(LinkedRows rows, long person) {
    int start = day();
    rows.with(
        "social_service",
        person,
        oneOf("2480", "2401"),
        oneOf("HEMTJANST", "HEMTJANST", "SABO", "KORTTID", "TRYGGHETSLARM"),
        start,
        chance(0.2) ? 2_932_896 : start + oneOf(0, 1, 30, 365),
        oneOf(
            new BigDecimal("12.500000"), new BigDecimal("25.000000"), new BigDecimal("745"), null));
    rows.with("disability_service", person, "2480", oneOf(2, 9), day(), day());
  }

  /** A day near an edge of a period, or anywhere from 2018. */
  private int day() {
    Period period = period();
    return switch (random.nextInt(4)) {
      case 0 -> Days.of(period.firstDay()) + oneOf(-1, 0, 1);
      case 1 -> Days.of(period.lastDay()) + oneOf(-1, 0, 1);
      case 2 -> Days.of(period.lookBackAfter()) + oneOf(-1, 0, 1);
      default -> Days.of(LocalDate.of(2018, 1, 1)) + random.nextInt(3_200);
    };
  }

  private Period period() {
    return PERIODS.get(random.nextInt(PERIODS.size()));
  }

  /** Close enough that stays touch and readmissions happen. */
  private int stayDay() {
    return chance(0.3) ? day() : Days.of(LocalDate.of(2024, 12, 1)) + random.nextInt(60);
  }

  private String code() {
    return oneOf(
        "I500", "C509", "Z511", "O800", "J449", "K703", "R18", "E102", "F03", "U071", null);
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }

  @SafeVarargs
  private final <T> T oneOf(T... values) {
    return values[random.nextInt(values.length)];
  }
}
