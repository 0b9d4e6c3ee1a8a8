package se.jamlik.pipeline.link;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.functions.broadcast;
import static org.assertj.core.api.Assertions.assertThat;
import static se.jamlik.pipeline.link.Drawn.date;
import static se.jamlik.pipeline.link.Drawn.day;
import static se.jamlik.pipeline.link.Drawn.lines;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.vocabulary.Areas;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.Period;

/** Events of the {@link DrawnNight}: which go on to the facts, and how they are counted. */
@ExtendWith(SparkTest.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsTest {
  private Linked linked;

  @BeforeAll
  void linkOnce(SparkSession spark, @TempDir Path folder) {
    linked =
        new Linker(Drawn.DEFINITIONS, Drawn.SETTINGS, date("2024-11-22"), person -> 1L << person)
            .link(DrawnNight.drawn().tables(spark), folder.toString());
  }

  @Test
  void rowsOfUnknownPersonsAndOfCareAfterTheAsOfDateAreLeftOut() {
    assertThat(lines(linked.table("outpatient_visit"), "person", "visited_day", "emergency"))
        .containsExactly("1 " + day("2024-11-22") + " 1");
    assertThat(lines(linked.table("death"), "person", "died_day"))
        .containsExactly("2 " + day("2024-05-10"));
  }

  @Test
  void inpatientRowKeepsItsOpenEndAndLosesAMainDiagnosisThatIsNone() {
    assertThat(
            lines(
                linked.table("inpatient_row"),
                "person",
                "admitted_day",
                "discharged_day",
                "main_diagnosis"))
        .containsExactly(
            "1 " + day("2024-11-01") + " " + day("2024-11-05") + " J440",
            "1 " + day("2024-11-20") + " null null");
  }

  @Test
  void dispensingsThatWereDeliveredApartAreNettedTogether(SparkSession spark) {
    Map<String, Dataset<Row>> tables = DrawnNight.drawn().tables(spark);
    Dataset<Row> apart = requireNonNull(tables.get("dispensed_row")).repartition(8);
    // Few persons are sent to the rows, which then stay where they lie.
    Dataset<Row> persons = broadcast(linked.table("person"));

    Dataset<Row> netted =
        Dispensings.of(
            apart,
            new KnownRows(persons, date("2024-11-22"), 2),
            Drawn.SETTINGS.choices().unknownDoseDays());

    String[] columns = {"person", "atc", "dispensed_day", "days"};
    assertThat(lines(netted, columns))
        .isNotEmpty()
        .isEqualTo(lines(linked.table("dispensing"), columns));
  }

  @Test
  void diagnosesOfAllCareAreDatedAndPlacedAndOfTheFormThatIsMatched() {
    int discharged = day("2024-11-05");
    assertThat(
            lines(linked.table("diagnosis"), "code", "person", "diagnosed_day", "source", "place"))
        .containsExactly(
            "E11 1 " + day("2019-02-03") + " primary secondary",
            "F32 1 " + day("2019-02-03") + " primary secondary",
            "I10 1 " + day("2024-11-22") + " outpatient main",
            "I50 1 " + discharged + " inpatient secondary",
            "J440 1 " + discharged + " inpatient main",
            "W01 1 " + discharged + " inpatient external");
  }

  @Test
  void dispensingsAreNettedAndMissingPackagesAreOne() {
    // 1 January: 2 + 1 packages of at most 30 doses, less the one taken back in February. The
    // correction of 23 November is dated after the night and cancels nothing.
    assertThat(lines(linked.table("dispensing"), "person", "atc", "dispensed_day", "days"))
        .containsExactly(
            "1 C07AB02 " + day("2024-01-01") + " 60", "1 C07AB02 " + day("2024-06-01") + " 90");
  }

  @Test
  void decisionsEndNoLaterThanDeathAndHoldADay() {
    assertThat(
            lines(
                linked.table("social_service"),
                "person",
                "municipality",
                "start_day",
                "end_day",
                "cast(hours_per_month as int)"))
        .containsExactly(
            "1 2480 " + day("2024-01-01") + " " + day("2024-03-01") + " 20",
            "1 2480 " + day("2024-04-01") + " " + day("9999-12-31") + " null",
            "2 2401 " + day("2024-02-01") + " " + day("2024-05-10") + " 1");
    assertThat(lines(linked.table("child_measure"), "measure", "start_day", "end_day"))
        .containsExactly("m2 " + day("2024-01-01") + " " + day("2024-01-02"));
  }

  @Test
  void namedDoctorsDaysAreOpenWhenMissingAndEndNoLaterThanDeath() {
    assertThat(
            lines(
                linked.table("listing"),
                "person",
                "start_day",
                "end_day",
                "doctor_start_day",
                "doctor_end_day"))
        .containsExactly(
            "1 " + day("2024-01-01") + " " + day("9999-12-31") + " null null",
            Stream.of("2", "2024-01-01", "2024-05-10", "0001-01-01", "2024-05-10")
                .map(text -> text.length() == 1 ? text : Integer.toString(day(text)))
                .reduce((one, other) -> one + " " + other)
                .orElseThrow());
  }

  @Test
  void monthsAreNumberedSoThatNeighboursDifferByOne() {
    assertThat(lines(linked.table("economic_assistance"), "person", "month_number", "household"))
        .containsExactly("1 " + (2024 * 12) + " h");
  }

  @Test
  void tableThatIsNotDeliveredIsThereWithoutRows() {
    assertThat(linked.table("care_plan").columns())
        .containsExactly("person", "drawn_up_day", "followed_up_day", "closed_day", "initiated_by");
    assertThat(linked.table("care_plan").isEmpty()).isTrue();
  }

  @Test
  void municipalTablesHaveLinkRatesPerMunicipalityAndYear() {
    assertThat(ratesOf("sol"))
        .containsExactly(
            new LinkRate("sol", "2401", "2024", 2, 2, 0, 1, 1, 4, 4),
            new LinkRate("sol", "2401", "2025", 1, 1, 0, 1, 1, 2, 2),
            new LinkRate("sol", "2401", "all", 3, 3, 0, 2, 2, 6, 6),
            new LinkRate("sol", "2403", "2023", 1, 0, 0, 1, 0, 512, 0),
            new LinkRate("sol", "2403", "all", 1, 0, 0, 1, 0, 512, 0),
            new LinkRate("sol", "2480", "2024", 2, 2, 0, 1, 1, 2, 2),
            new LinkRate("sol", "2480", "all", 2, 2, 0, 1, 1, 2, 2));
  }

  @Test
  void careAfterTheAsOfDateIsInNoLinkRateAndADecisionIs() {
    // Of two visits one is dated after the night; the decision in 2401 that begins after it counts.
    assertThat(ratesOf("par_oppenvard"))
        .containsExactly(
            new LinkRate("par_oppenvard", "all", "2024", 1, 1, 1, 1, 1, 2, 2),
            new LinkRate("par_oppenvard", "all", "all", 1, 1, 1, 1, 1, 2, 2));
  }

  @Test
  void municipalityWhoseActsAreAllDatedAfterTheNightIsNotSilent() {
    assertThat(ratesOf("khsl"))
        .containsExactly(
            new LinkRate("khsl", "2401", "2024", 0, 0, 1, 0, 0, 0, 0),
            new LinkRate("khsl", "2401", "all", 0, 0, 1, 0, 0, 0, 0),
            new LinkRate("khsl", "2480", "2024", 1, 1, 0, 1, 1, 2, 2),
            new LinkRate("khsl", "2480", "all", 1, 1, 0, 1, 1, 2, 2));
    assertThat(linked.coverage().silent().get("khsl"))
        .containsExactlyInAnyOrder("2403", "2404", "2409", "2460");
  }

  @Test
  void personsAreDistinctOverTheYearsAndSomeRowsHaveNoYear() {
    assertThat(ratesOf("bu"))
        .containsExactly(
            new LinkRate("bu", "2480", "2024", 1, 1, 0, 1, 1, 2, 2),
            new LinkRate("bu", "2480", "all", 2, 2, 0, 1, 1, 2, 2));
    assertThat(ratesOf("eb"))
        .containsExactly(
            new LinkRate("eb", "2480", "2024", 1, 1, 0, 1, 1, 2, 2),
            new LinkRate("eb", "2480", "all", 1, 1, 0, 1, 1, 2, 2));
    assertThat(ratesOf("dors").get(1))
        .isEqualTo(new LinkRate("dors", "all", "all", 2, 1, 0, 2, 1, 4 ^ 512, 4));
    assertThat(ratesOf("dors").get(1).rate()).isEqualTo(1 / 2.0);
  }

  @Test
  void populationAndGeographyHaveNoLinkRate() {
    assertThat(linked.linkRates())
        .extracting(LinkRate::table)
        .containsOnly(
            "bu",
            "dors",
            "eb",
            "khsl",
            "lmed",
            "par_oppenvard",
            "par_slutenvard",
            "pv_kontakt",
            "pv_listning",
            "sol");
  }

  @Test
  void coverageTellsWhatTheDeliveriesReachAndLack() {
    Coverage coverage = linked.coverage();
    assertThat(coverage)
        .isEqualTo(
            new Coverage(
                date("2024-11-22"),
                date("2024-11-21"), // admitted, of a person who is not known
                date("2019-02-03"),
                List.of(
                    Period.year(2023),
                    new Period("R12-2024-10", date("2023-11-01"), date("2024-10-31"))),
                Set.of("lisa", "lss", "rtb_flytt", "sip", "utskrivningsklar"),
                Map.of(
                    "sol", Set.of("2404", "2409", "2460"),
                    "khsl", Set.of("2403", "2404", "2409", "2460"),
                    "eb", Set.of("2401", "2403", "2404", "2409", "2460"),
                    "bu", Set.of("2401", "2403", "2404", "2409", "2460")),
                new Areas(
                    Map.of(
                        "2401", "2401",
                        "2403", "2403",
                        "2404", "2404",
                        "2409", "2409",
                        "2460", "2460",
                        "2480", "Umeå",
                        "2480R001", "2480R001",
                        "2480A0010", "2480A0010",
                        "scope", "Umeåregionen"),
                    Map.of(
                        "2480R001", new TreeSet<>(Set.of("2480")),
                        "2480A0010", new TreeSet<>(Set.of("2480"))))));
  }

  private List<LinkRate> ratesOf(String table) {
    return linked.linkRates().stream().filter(rate -> rate.table().equals(table)).toList();
  }
}
