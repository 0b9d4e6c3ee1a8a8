package se.jamlik.pipeline.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.UserError;

@ExtendWith(SparkTest.class)
class KeysTest {
  private static final String SOL = "lopnr;kommun;insats;fom;tom";
  private static final String KHSL = "lopnr;kommun;kva;datum;yrke";
  private final SmallInbox inbox;

  KeysTest(SparkSession spark, @TempDir Path folder) throws IOException {
    this.inbox = new SmallInbox(spark, folder);
  }

  @Test
  void theRowDeliveredLastHoldsItsKey() throws IOException {
    inbox.with(
        "sol/1.csv",
        SOL,
        "a;2480;SABO;2024-01-01;",
        "b;2480;SABO;2024-01-01;2024-03-01",
        "b;2480;SABO;2024-01-01;2024-04-01", // the later line wins inside one file
        "c;2480;SABO;2024-01-01;");
    inbox.with(
        "sol/2.csv",
        SOL,
        "a;2480;sabo;20240101;2024-05-01", // takes over
        "b;2480;SABO;2024-01-01;20240401", // equals the row that holds the key
        "b;2480;SABO;2024-01-01;2024-03-01", // equals a row that no longer does: takes over
        "c;2480;SABO;2024-01-01;2023-12-31", // quarantined: replaces nothing
        "d;2480;SABO;2024-01-01;",
        "d;2480;SABO;2024-01-01;"); // a duplicate, also inside one file

    Conformed conformed = inbox.andTheRest().conformed();

    assertThat(SmallInbox.account(conformed, "sol/1.csv"))
        .isEqualTo("4 = 4 + 0 + 0, replaced 0, blank 0, accepted");
    assertThat(SmallInbox.account(conformed, "sol/2.csv"))
        .isEqualTo("6 = 3 + 1 + 2, replaced 2, blank 0, accepted_with_quarantine");
    assertThat(SmallInbox.rows(conformed, "social_service", "line", "ends_on"))
        .containsExactly("2|2024-05-01", "4|2024-03-01", "5|null", "6|null");
  }

  @Test
  void aKeyThatIsTakenOverTwiceInsideOneFileReplacesOnce() throws IOException {
    inbox.with("sol/1.csv", SOL, "a;2480;SABO;2024-01-01;");
    inbox.with(
        "sol/2.csv",
        SOL,
        "a;2480;SABO;2024-01-01;", // a duplicate of the earlier file's row
        "a;2480;SABO;2024-01-01;2024-02-01",
        "a;2480;SABO;2024-01-01;2024-03-01");

    Conformed conformed = inbox.andTheRest().conformed();

    assertThat(SmallInbox.account(conformed, "sol/2.csv"))
        .isEqualTo("3 = 2 + 0 + 1, replaced 1, blank 0, accepted");
    assertThat(SmallInbox.rows(conformed, "social_service", "line", "ends_on"))
        .containsExactly("4|2024-03-01");
  }

  @Test
  void aMissingKeyColumnEqualsAnotherMissing() throws IOException {
    inbox.with(
        "par_slutenvard/1.csv",
        "lopnr;indatum;sjukhus;klinik;mvo",
        "a;2024-01-01;NUS;;101",
        "a;2024-01-01;NUS;M;101");
    inbox.with("par_slutenvard/2.csv", "lopnr;indatum;sjukhus;mvo", "a;2024-01-01;NUS;102");

    Conformed conformed = inbox.andTheRest().conformed();

    assertThat(SmallInbox.account(conformed, "par_slutenvard/2.csv"))
        .isEqualTo("1 = 1 + 0 + 0, replaced 1, blank 0, accepted");
    assertThat(SmallInbox.rows(conformed, "inpatient_row", "clinic", "speciality"))
        .containsExactly("M|101", "null|102");
  }

  @Test
  void aColumnThatAFileLacksIsNullWhenRowsAreCompared() throws IOException {
    inbox.with(
        "sip/1.csv",
        "lopnr;upprattad;avslutad;uppfoljd",
        "a;2024-01-01;;",
        "b;2024-01-01;2024-02-01;");
    inbox.with("sip/2.csv", "upprattad;lopnr;uppfoljd", "2024-01-01;a;", "2024-01-01;b;2024-02-01");

    Conformed conformed = inbox.andTheRest().conformed();

    assertThat(SmallInbox.account(conformed, "sip/2.csv"))
        .isEqualTo("2 = 1 + 0 + 1, replaced 1, blank 0, accepted");
    assertThat(SmallInbox.rows(conformed, "care_plan", "followed_up_on", "closed_on"))
        .containsExactly("2024-02-01|null", "null|null");
  }

  @Test
  void rowsThatDifferInTheCaseOfAWordAloneAreEqual() throws IOException {
    inbox.with("khsl/1.csv", KHSL, "a;2480;QS008;2024-01-01;Sjukskoterska");
    inbox.with(
        "khsl/2.csv",
        KHSL,
        "a;2480;QS008;2024-01-01;SJUKSKOTERSKA", // a duplicate
        "a;2480;qs008;2024-01-01;SJUKSKOTERSKA"); // an act is no word of a list

    Conformed conformed = inbox.andTheRest().conformed();

    assertThat(SmallInbox.account(conformed, "khsl/2.csv"))
        .isEqualTo("2 = 1 + 0 + 1, replaced 0, blank 0, accepted");
    assertThat(SmallInbox.rows(conformed, "municipal_care_act", "act", "profession"))
        .containsExactly("QS008|SJUKSKOTERSKA", "qs008|SJUKSKOTERSKA");
  }

  @Test
  void aKeyWithoutThePersonIsHeldAlike() throws IOException {
    String header = "kontakt_id;lopnr;kontaktdatum;enhet;dia1;dia2";
    inbox.with("pv_kontakt/1.csv", header, "k1;a;2024-01-01;U;I10;", "k2;a;2024-01-01;U;;I10");
    inbox.with("pv_kontakt/2.csv", header, "k1;b;2024-01-01;U;I10;", "k2;a;2024-01-01;U;I10;");

    Conformed conformed = inbox.andTheRest().conformed();

    assertThat(SmallInbox.account(conformed, "pv_kontakt/2.csv"))
        .isEqualTo("2 = 2 + 0 + 0, replaced 2, blank 0, accepted");
    assertThat(
            SmallInbox.rows(conformed, "primary_care_contact", "contact", "line", "diagnoses[0]"))
        .containsExactly("k1|2|I10", "k2|3|I10");
  }

  @Test
  void whereTheWholeRowIsTheKeyTwoEqualRowsOfAFileAreTwoEvents() throws IOException {
    inbox.with(
        "khsl/1.csv",
        KHSL,
        "a;2480;AU124;2024-01-01;LAKARE",
        "a;2480;AU124;2024-01-01;LAKARE",
        "b;2480;AU124;2024-01-01;");
    inbox.with(
        "khsl/2.csv",
        KHSL,
        "a;2480;AU124;20240101;LAKARE", // equal to a row of another file
        "a;2480;AU124;2024-01-01;SJUKSKOTERSKA", // not equal: another profession
        "c;2480;AU124;2024-01-01;",
        "c;2480;AU124;2024-01-01;");

    Conformed conformed = inbox.andTheRest().conformed();

    assertThat(SmallInbox.account(conformed, "khsl/1.csv"))
        .isEqualTo("3 = 3 + 0 + 0, replaced 0, blank 0, accepted");
    assertThat(SmallInbox.account(conformed, "khsl/2.csv"))
        .isEqualTo("4 = 3 + 0 + 1, replaced 0, blank 0, accepted");
    assertThat(SmallInbox.rows(conformed, "municipal_care_act", "line", "profession"))
        .containsExactly("2|LAKARE", "3|LAKARE", "3|SJUKSKOTERSKA", "4|null", "4|null", "5|null");
  }

  @Test
  void aFileThatRepeatsAnotherIsNotReadAgain() throws IOException {
    inbox.with(
        "sip/1.csv", "lopnr;upprattad;x", "a;2024-01-01;", "", ";2024-01-01;", "a;2024-01-01;");
    inbox.with(
        "sip/2.csv", "lopnr;upprattad;x", "a;2024-01-01;", "", ";2024-01-01;", "a;2024-01-01;");

    Conformed conformed = inbox.andTheRest().conformed();

    assertThat(SmallInbox.account(conformed, "sip/1.csv"))
        .isEqualTo("3 = 1 + 1 + 1, replaced 0, blank 1, accepted_with_quarantine");
    assertThat(SmallInbox.account(conformed, "sip/2.csv"))
        .isEqualTo("3 = 0 + 0 + 3, replaced 0, blank 1, repeated");
  }

  @Test
  void laterNightsAddToTheLedgerAndReadNothingTwice() throws IOException {
    inbox.with("sol/b.csv", SOL, "a;2480;SABO;2024-01-01;").andTheRest();
    assertThat(SmallInbox.rows(inbox.published(), "social_service", "ends_on"))
        .containsExactly("null");

    inbox.remove("sol/b.csv"); // its rows stay
    inbox.with("sol/a.csv", SOL, "a;2480;SABO;2024-01-01;2024-02-01");
    assertThat(inbox.adapted().arrivals())
        .extracting(arrival -> arrival.delivery().file())
        .containsExactly("sol/a.csv");
    Conformed second = inbox.published();

    assertThat(SmallInbox.rows(second, "social_service", "ends_on")).containsExactly("2024-02-01");
    assertThat(SmallInbox.account(second, "sol/b.csv"))
        .isEqualTo("1 = 1 + 0 + 0, replaced 0, blank 0, accepted");
    assertThat(SmallInbox.account(second, "sol/a.csv"))
        .isEqualTo("1 = 1 + 0 + 0, replaced 1, blank 0, accepted");

    inbox.with("sol/c.csv", SOL, "a;2480;SABO;2024-01-01;"); // the bytes of b.csv again
    Conformed third = inbox.published();

    assertThat(SmallInbox.account(third, "sol/c.csv"))
        .isEqualTo("1 = 0 + 0 + 1, replaced 0, blank 0, repeated");
    assertThat(SmallInbox.rows(third, "social_service", "ends_on")).containsExactly("2024-02-01");
  }

  @Test
  void aNightWithOneNewFileReadsThatFileAloneAndWritesItsTableAlone() throws IOException {
    inbox.with("sol/1.csv", SOL, "a;2480;SABO;2024-01-01;", ";2480;SABO;2024-01-01;");
    inbox.with("khsl/1.csv", KHSL, "a;2480;AU124;2024-01-01;LAKARE").andTheRest().published();
    Map<Path, String> first = inbox.written();

    inbox.with("sol/2.csv", SOL, "b;2480;SABO;2024-01-01;");
    Conformed second = inbox.published();

    Map<Path, String> changed = inbox.written();
    changed.entrySet().removeAll(first.entrySet());
    String sha256 =
        second.deliveries().stream()
            .filter(delivery -> delivery.file().equals("sol/2.csv"))
            .findFirst()
            .orElseThrow()
            .sha256();
    assertThat(changed.keySet())
        .isNotEmpty()
        .allMatch(
            path ->
                path.startsWith("deliveries/sol/" + sha256)
                    || path.startsWith("tables/social_service"));
    assertThat(SmallInbox.rows(second, "social_service", "line")).containsExactly("2", "2");
  }

  @Test
  void aFileIsReadAnewWhenTheRulesOfItsTableChangeAndNoOtherFileIs() throws IOException {
    inbox.with("sol/1.csv", SOL, "a;2480;SABO;2024-01-01;");
    inbox.with("khsl/1.csv", KHSL, "a;2480;AU124;2024-01-01;LAKARE", "a;2480;AU124;2024-01-02;");
    assertThat(SmallInbox.account(inbox.andTheRest().published(), "khsl/1.csv"))
        .isEqualTo("2 = 2 + 0 + 0, replaced 0, blank 0, accepted");
    Map<Path, String> first = inbox.written();
    assertThat(inbox.adapted().arrivals()).isEmpty();

    inbox.by(definitions -> ChangedTable.withRequired(definitions, "khsl", "yrke"));
    assertThat(inbox.adapted().arrivals())
        .extracting(arrival -> arrival.delivery().file())
        .containsExactly("khsl/1.csv");
    Conformed second = inbox.published();

    assertThat(SmallInbox.account(second, "khsl/1.csv"))
        .isEqualTo("2 = 1 + 1 + 0, replaced 0, blank 0, accepted_with_quarantine");
    Map<Path, String> changed = inbox.written();
    changed.entrySet().removeAll(first.entrySet());
    assertThat(changed.keySet())
        .isNotEmpty()
        .allMatch(
            path ->
                path.startsWith("deliveries/khsl") || path.startsWith("tables/municipal_care_act"));

    inbox.remove("khsl/1.csv");
    inbox.by(any -> Definitions.load());
    assertThatExceptionOfType(UserError.class)
        .isThrownBy(inbox::published)
        .withMessage(
            "Cannot use khsl/1.csv: its rows must be read anew and the file is gone from the inbox (expected the file as it was delivered). Put it back.");
  }

  @Test
  void aKnownFileWithOtherBytesIsANewDelivery() throws IOException {
    inbox.with("sip/1.csv", "lopnr;upprattad", "a;2024-01-01", "b;2024-01-01").andTheRest();
    inbox.published();
    inbox.with("sip/1.csv", "lopnr;upprattad", "b;2024-01-01", "c;2024-01-01");

    Conformed conformed = inbox.published();

    assertThat(conformed.deliveries())
        .filteredOn(delivery -> delivery.file().equals("sip/1.csv"))
        .extracting(delivery -> delivery.accepted(), delivery -> delivery.duplicates())
        .containsExactly(tuple(2L, 0L), tuple(1L, 1L));
    assertThat(SmallInbox.rows(conformed, "care_plan", "drawn_up_on")).hasSize(3);
  }
}
