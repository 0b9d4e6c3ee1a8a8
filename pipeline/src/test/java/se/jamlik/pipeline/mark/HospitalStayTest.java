package se.jamlik.pipeline.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.link.Linked;
import se.jamlik.pipeline.vocabulary.Areas;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Period;
import se.jamlik.pipeline.vocabulary.Settings;

/**
 * The rules of hospital stays, one patient a rule. Days are small numbers; the inpatient table
 * reaches to day 100.
 */
@ExtendWith(SparkTest.class)
class HospitalStayTest {
  private static final int DATA_THROUGH = 100;
  private static final String COLUMNS =
      "person, admitted_day, discharged_day, ended_day, main_diagnosis, discharged_to";
  private static final List<Case> CASES =
      List.of(
          patient("aSingleRowIsAStay")
              .row(1, 5, "101", null, 3, "I50")
              .stay("1-5 ended 5, I50, to 3"),
          patient("theDayAfterWithoutTransferIsANewStay")
              .row(1, 5, "101", null, 3, "I50")
              .row(6, 9, "101", 3, 3, "J44")
              .stay("1-5 ended 5, I50, to 3")
              .stay("6-9 ended 9, J44, to 3"),
          patient("theDayAfterJoinsWhenComingFromAnotherClinic")
              .row(1, 5, "101", null, 3, "I50")
              .row(6, 9, "201", 1, 3, "J44")
              .stay("1-9 ended 9, I50, to 3"),
          patient("theDayAfterJoinsWhenGoingToAnotherClinic")
              .row(1, 5, "101", null, 1, "I50")
              .row(6, 9, "201", null, 2, "J44")
              .stay("1-9 ended 9, I50, to 2"),
          patient("twoDaysAfterNeverJoins")
              .row(1, 5, "101", null, 1, "I50")
              .row(7, 9, "201", 1, 3, "J44")
              .stay("1-5 ended 5, I50, to 1")
              .stay("7-9 ended 9, J44, to 3"),
          patient("theSameDayJoinsWhateverIsSaid")
              .row(1, 5, "101", null, 3, "I50")
              .row(5, 9, "101", 3, 3, "J44")
              .stay("1-9 ended 9, I50, to 3"),
          patient("aRowWithinAnotherDoesNotEndTheStay")
              .row(1, 9, "101", null, 3, "I50")
              .row(2, 3, "201", null, 1, "J44")
              .row(9, 12, "301", null, 4, "E11")
              .stay("1-12 ended 12, I50, to 4"),
          patient("transferCountsOnlyFromTheRowThatGaveTheLatestDay")
              .row(1, 9, "101", null, 3, "I50")
              .row(2, 3, "201", null, 1, "J44")
              .row(10, 12, "301", null, 3, "E11")
              .stay("1-9 ended 9, I50, to 3")
              .stay("10-12 ended 12, E11, to 3"),
          patient("ofRowsThatGaveTheSameLatestDayTheLastSpeaks")
              .row(1, 9, "101", null, 3, "I50")
              .row(2, 9, "201", null, 1, "J44")
              .row(10, 12, "301", null, 3, "E11")
              .stay("1-12 ended 12, I50, to 3"),
          patient("ofRowsThatGaveTheSameLatestDayTheEarlierIsSilent")
              .row(1, 9, "101", null, 1, "I50")
              .row(2, 9, "201", null, 3, "J44")
              .row(10, 12, "301", null, 3, "E11")
              .stay("1-9 ended 9, I50, to 3")
              .stay("10-12 ended 12, E11, to 3"),
          patient("anUnknownGoalOfTheLastSuchRowIsUnknown")
              .row(1, 9, "101", null, 1, "I50")
              .row(2, 9, "201", null, null, "J44")
              .stay("1-9 ended 9, I50, to null"),
          patient("anOpenLastRowReachesToTheLastDayToldOf")
              .row(1, null, "101", null, null, "I50")
              .stay("1-null ended 100, I50, to null"),
          patient("anOpenRowThatIsNotTheLastEndedOnItsFirstDay")
              .row(1, null, "101", null, null, "I50")
              .row(7, 9, "101", null, 3, "J44")
              .stay("1-1 ended 1, I50, to null")
              .stay("7-9 ended 9, J44, to 3"),
          patient("anOpenRowSortsAfterAClosedOneOfTheSameDay")
              .row(1, null, "101", null, null, "I50")
              .row(1, 4, "201", null, 3, "J44")
              .stay("1-null ended 100, J44, to null"),
          patient("theClinicDecidesWhichRowIsFirstByItsBytes")
              .row(1, 4, "Å1", null, 3, "I50")
              .row(1, 4, "a1", null, 3, "J44")
              .row(1, 4, "Z1", null, 4, "E11")
              .stay("1-4 ended 4, E11, to 3"),
          patient("anUnknownClinicComesLast")
              .row(1, 4, null, null, 4, "I50")
              .row(1, 4, "Å1", null, 3, "J44")
              .stay("1-4 ended 4, J44, to 4"),
          patient("anUnknownMainDiagnosisOfTheFirstRowStaysUnknown")
              .row(1, 4, "101", null, 3, null)
              .row(4, 6, "201", null, 3, "J44")
              .stay("1-6 ended 6, null, to 3"));

  private static Map<String, List<String>> bySpark;
  private static Map<String, List<String>> byDuckDb;

  @BeforeAll
  static void findAllStays(SparkSession spark, @TempDir Path folder) throws SQLException {
    Definitions definitions = Definitions.load();
    LinkedRows rows = new LinkedRows(spark);
    rows.withResident(0, 80, List.of(Period.year(1970)));
    for (int person = 0; person < CASES.size(); person++) {
      for (Object[] row : CASES.get(person).rows) {
        row[0] = (long) person;
        rows.with("inpatient_row", row);
      }
    }
    LocalDate dataThrough = LocalDate.ofEpochDay(DATA_THROUGH);
    Linked linked =
        rows.linked(
            new Coverage(
                dataThrough,
                dataThrough,
                LocalDate.EPOCH,
                List.of(Period.year(1970)),
                Set.of(),
                Map.of(),
                Areas.NONE));
    try (Views views = new Views(spark)) {
      views.add(LinkedTables.of(linked).byName());
      views.add(PeriodTables.of(spark, linked.coverage()));
      views.add(ChoiceTables.of(spark, Settings.defaults()));
      views.add("ended_inpatient_row", spark.sql(definitions.derived().get("ended_inpatient_row")));
      views.add("hospital_stay", spark.sql(definitions.derived().get("hospital_stay")));
      bySpark = told(Values.rows(spark.sql(query())));
    }
    try (DuckDbMark duckDb = new DuckDbMark(linked, definitions, folder)) {
      byDuckDb = told(duckDb.rows(query()));
    }
  }

  @TestFactory
  List<DynamicTest> rules() {
    return CASES.stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.name,
                    () -> {
                      assertThat(bySpark.get(rule.name)).as("Spark").isEqualTo(rule.stays);
                      assertThat(byDuckDb.get(rule.name)).as("DuckDB").isEqualTo(rule.stays);
                    }))
        .toList();
  }

  private static String query() {
    return "select %s from hospital_stay order by person, stay".formatted(COLUMNS);
  }

  private static Map<String, List<String>> told(List<Map<String, String>> stays) {
    Map<String, List<String>> told = new TreeMap<>();
    for (Map<String, String> stay : stays) {
      String name = CASES.get(Integer.parseInt(stay.get("person"))).name;
      told.computeIfAbsent(name, rule -> new ArrayList<>())
          .add(
              "%s-%s ended %s, %s, to %s"
                  .formatted(
                      stay.get("admitted_day"),
                      stay.get("discharged_day"),
                      stay.get("ended_day"),
                      stay.get("main_diagnosis"),
                      stay.get("discharged_to")));
    }
    return told;
  }

  private static Case patient(String rule) {
    return new Case(rule, new ArrayList<>(), new ArrayList<>());
  }

  /** A rule with the rows of one patient, and the stays that they make. */
  private record Case(String name, List<Object[]> rows, List<String> stays) {
    Case row(
        int admitted,
        Integer discharged,
        String clinic,
        Integer admittedFrom,
        Integer dischargedTo,
        String mainDiagnosis) {
      rows.add(
          new Object[] {
            null,
            admitted,
            discharged,
            "64001",
            clinic,
            null,
            mainDiagnosis,
            admittedFrom,
            dischargedTo,
            2
          });
      return this;
    }

    Case stay(String told) {
      stays.add(told);
      return this;
    }
  }
}
