package se.jamlik.pipeline.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.vocabulary.ColumnDefinition;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.TableDefinition;

@ExtendWith(SparkTest.class)
class OmopTest {
  private static final Definitions DEFINITIONS = Definitions.load();

  private final SparkSession spark;
  private final Path folder;
  private final SmallInbox inbox;

  OmopTest(SparkSession spark, @TempDir Path folder) throws IOException {
    this.spark = spark;
    this.folder = folder;
    this.inbox = new SmallInbox(spark, folder);
  }

  @Test
  void theSameCareGivesTheSameRowsInBothShapes() throws IOException {
    SmallInbox contract = new SmallInbox(spark, folder.resolve("contract"));
    SmallExtract.in(inbox, "e1").andTheRestBut(SmallExtract.TABLES);
    SmallExtract.asContract(contract).andTheRest();

    Map<String, List<String>> asExtract = rows(inbox.published());

    assertThat(asExtract).isEqualTo(rows(contract.published()));
    assertThat(asExtract.values().stream().mapToInt(List::size).sum()).isEqualTo(10);
  }

  @Test
  void everyRowIsAccountedForOnceInTheExtractsLife() throws IOException {
    Conformed conformed =
        SmallExtract.in(inbox, "e1").andTheRestBut(SmallExtract.TABLES).published();

    assertThat(accounts(conformed, "omop54/e1/"))
        .containsExactly(
            "care_site.csv 2 = 2 + 0 + 0, replaced 0, blank 0, accepted",
            "condition_occurrence.csv 6 = 6 + 0 + 0, replaced 0, blank 0, accepted",
            "death.csv 1 = 1 + 0 + 0, replaced 0, blank 0, accepted",
            "drug_exposure.csv 1 = 1 + 0 + 0, replaced 0, blank 0, accepted",
            "person.csv 2 = 2 + 0 + 0, replaced 0, blank 0, accepted",
            "provider.csv 1 = 1 + 0 + 0, replaced 0, blank 0, accepted",
            // Seven visits, though the one that led from emergency to a bed gives two rows.
            "visit_occurrence.csv 7 = 7 + 0 + 0, replaced 0, blank 0, accepted");
    assertThat(conformed.shares())
        .filteredOn(share -> share.file().startsWith("omop54"))
        .extracting(share -> share.table() + " " + share.rows() + " " + share.accepted())
        .containsExactlyInAnyOrder(
            "par_slutenvard 2 2", "par_oppenvard 3 3", "pv_kontakt 3 3", "lmed 1 1", "dors 1 1");
    int number = number(conformed, "omop54/e1/visit_occurrence.csv");
    assertThat(SmallInbox.rows(conformed, "outpatient_visit", "line", "visited_on", "delivery"))
        .containsExactly(
            "3|2026-04-01|" + number, "4|2026-05-01|" + number, "5|2026-05-02|" + number);

    for (String table : List.of("person", "visit_occurrence", "condition_occurrence")) {
      inbox.remove("omop54/e1/" + table + ".csv");
    }
    Conformed withoutFiles = inbox.published();

    assertThat(rows(withoutFiles)).isEqualTo(rows(conformed));
    assertThat(withoutFiles.deliveries()).isEqualTo(conformed.deliveries());
  }

  @Test
  void aLaterExtractRepeatsReplacesAndAddsByTheRulesOfTheContract() throws IOException {
    SmallExtract.in(inbox, "e1").andTheRestBut(SmallExtract.TABLES).published();
    inbox
        .withParquet(
            "omop54/e2/PERSON.part-1.parquet",
            spark.sql(
                "select cast(7 as bigint) as PERSON_ID, 'bo' as PERSON_SOURCE_VALUE"
                    + " union all select 8, 'anna'"))
        .with(
            "omop54/e2/visit_occurrence.csv",
            SmallExtract.lines(
                SmallExtract.VISIT,
                "102;7;9203;2026-05-01;;;;NUS;;", // not the same: its area of medicine is not told
                "106;8;722455;2026-06-03;;DISTANS_VIDEO;;Ersboda;;", // the same
                "105;8;581476;2026-06-02;;;;Anderstorp;;", // at another health centre
                "107;8;9201;2026-08-01;;;;NUS;;"));

    Conformed conformed = inbox.published();

    assertThat(SmallInbox.account(conformed, "omop54/e2/visit_occurrence.csv"))
        .isEqualTo("4 = 3 + 0 + 1, replaced 1, blank 0, accepted");
    assertThat(SmallInbox.rows(conformed, "primary_care_contact", "contact", "unit"))
        .containsExactly("104|Ersboda", "105|Anderstorp", "106|Ersboda");
    assertThat(SmallInbox.rows(conformed, "inpatient_row", "admitted_on", "discharged_on"))
        .containsExactly("2026-03-01|2026-03-05", "2026-04-01|2026-04-02", "2026-08-01|null");
  }

  @Test
  void diagnosesThatComeLaterInAnExtractJoinItsVisitsAndAreForgottenWithThem() throws IOException {
    String file = "omop54/e1/condition_occurrence.csv";
    SmallExtract.in(inbox, "e1").andTheRestBut(SmallExtract.TABLES).remove(file);
    assertThat(SmallInbox.rows(inbox.published(), "inpatient_row", "main_diagnosis"))
        .containsExactly("null", "null");

    inbox.with(file, SmallExtract.lines(SmallExtract.CONDITION, "1;1;101;R07;32902"));
    assertThat(SmallInbox.rows(inbox.published(), "inpatient_row", "main_diagnosis"))
        .containsExactly("R07", "null");

    inbox.forget(file);
    assertThat(Path.of(inbox.out(), "conformed/adapted/omop54/e1")).doesNotExist();
    assertThat(Path.of(inbox.out(), "conformed/tables/inpatient_row")).doesNotExist();
    Conformed conformed = inbox.andTheRest().published();
    assertThat(accounts(conformed, "omop54/e1/"))
        .hasSize(7)
        .allMatch(account -> account.endsWith("forgotten"));
    assertThat(conformed.tables()).doesNotContainKey("death");
    assertThat(conformed.tables().get("inpatient_row").count()).isEqualTo(1); // the rest's own
  }

  @Test
  void aForgottenExtractDoesNotComeBackUnderAnyName() throws IOException {
    SmallExtract.in(inbox, "e1");
    SmallExtract.in(inbox, "e2").andTheRest().published();

    assertThat(inbox.forget("omop54/e2/death.csv"))
        .hasSize(14)
        .extracting(file -> file.extract().orElseThrow())
        .contains("omop54/e1", "omop54/e2");
    SmallExtract.in(inbox, "e3").remove("omop54/e3/death.csv");
    Conformed conformed = inbox.published();

    assertThat(accounts(conformed, "omop54/e3/"))
        .hasSize(6)
        .allMatch(account -> account.endsWith("forgotten"));
    assertThat(conformed.tables()).doesNotContainKey("death");
    assertThat(inbox.published().deliveries()).isEqualTo(conformed.deliveries());

    // A corrected extract holds the files that did not change beside the one that did.
    SmallExtract.in(inbox, "e4")
        .with("omop54/e4/death.csv", SmallExtract.lines(SmallExtract.DEATH, "2;2026-07-02;I21.9"));
    Conformed corrected = inbox.published();

    assertThat(accounts(corrected, "omop54/e4/"))
        .hasSize(7)
        .allMatch(account -> account.endsWith("accepted"));
    assertThat(SmallInbox.rows(corrected, "death", "died_on")).containsExactly("2026-07-02");
  }

  private static int number(Conformed conformed, String file) {
    return conformed.deliveries().stream()
        .filter(delivery -> delivery.file().equals(file))
        .mapToInt(Delivery::number)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> accounts(Conformed conformed, String place) {
    return conformed.deliveries().stream()
        .map(Delivery::file)
        .filter(file -> file.startsWith(place))
        .map(file -> file.substring(place.length()) + " " + SmallInbox.account(conformed, file))
        .sorted()
        .toList();
  }

  /** All columns of the contract of the tables that an extract may hold rows of. */
  private static Map<String, List<String>> rows(Conformed conformed) {
    return Stream.of(SmallExtract.TABLES)
        .map(DEFINITIONS::table)
        .collect(
            Collectors.toMap(
                TableDefinition::table,
                table ->
                    SmallInbox.rows(
                        conformed,
                        table.becomes(),
                        table.columns().stream()
                            .map(ColumnDefinition::name)
                            .toArray(String[]::new)),
                (one, other) -> one,
                TreeMap::new));
  }
}
