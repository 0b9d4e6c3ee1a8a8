package se.jamlik.pipeline.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

@ExtendWith(SparkTest.class)
class ForgetTest {
  private static final String KHSL = "lopnr;kommun;kva;datum";
  private final SmallInbox inbox;

  ForgetTest(SparkSession spark, @TempDir Path folder) throws IOException {
    this.inbox = new SmallInbox(spark, folder);
  }

  @Test
  void aCorrectionStandsInPlaceOfTheFileThatIsForgotten() throws IOException {
    inbox.with("khsl/1.csv", KHSL, "a;2480;AU124;2024-01-01", "b;2480;AU124;2024-01-01");
    inbox.with("khsl/2.csv", KHSL, "a;2480;AU124;2024-01-01", "b;2480;AU124;2024-02-02");
    assertThat(SmallInbox.rows(inbox.andTheRest().published(), "municipal_care_act", "act_on"))
        .containsExactly("2024-01-01", "2024-01-01", "2024-02-02");

    Delivery first = inbox.forget("khsl/1.csv").get(0);

    assertThat(Path.of(inbox.out(), "conformed/deliveries/khsl", first.sha256())).doesNotExist();
    assertThat(Path.of(inbox.out(), "conformed/tables/municipal_care_act")).doesNotExist();
    Conformed conformed = inbox.published();
    assertThat(SmallInbox.rows(conformed, "municipal_care_act", "line", "act_on"))
        .containsExactly("2|2024-01-01", "3|2024-02-02");
    assertThat(SmallInbox.account(conformed, "khsl/1.csv"))
        .isEqualTo("0 = 0 + 0 + 0, replaced 0, blank 0, forgotten");
    assertThat(SmallInbox.account(conformed, "khsl/2.csv"))
        .isEqualTo("2 = 2 + 0 + 0, replaced 0, blank 0, accepted");
  }

  @Test
  void theRowThatWasReplacedHoldsItsKeyAgain() throws IOException {
    inbox.with("sip/1.csv", "lopnr;upprattad;avslutad", "a;2024-01-01;");
    inbox.andTheRest().published();
    inbox.with("sip/2.csv", "lopnr;upprattad;avslutad", "a;2024-01-01;2024-02-01", "x;;");
    inbox.published();

    inbox.forget("sip/2.csv");

    Conformed conformed = inbox.published();
    assertThat(SmallInbox.rows(conformed, "care_plan", "line", "closed_on"))
        .containsExactly("2|null");
    assertThat(Path.of(inbox.out(), "quarantined/sip")).isEmptyDirectory();
  }

  @Test
  void theSameBytesDoNotComeBackUnderAnyName() throws IOException {
    String[] lines = {"lopnr;upprattad", "a;2024-01-01"};
    inbox.with("sip/1.csv", lines).with("sip/2.csv", lines).andTheRest().published();

    assertThat(inbox.forget("sip/2.csv"))
        .extracting(Delivery::file)
        .containsExactly("sip/1.csv", "sip/2.csv");

    inbox.with("sip/3.csv", lines);
    Conformed conformed = inbox.published();
    assertThat(conformed.tables()).doesNotContainKey("care_plan");
    assertThat(conformed.deliveries())
        .filteredOn(delivery -> delivery.table().equals("sip"))
        .extracting(Delivery::file, Delivery::verdict, Delivery::accepted)
        .containsExactly(
            tuple("sip/1.csv", "forgotten", 0L),
            tuple("sip/2.csv", "forgotten", 0L),
            tuple("sip/3.csv", "forgotten", 0L));
    assertThat(inbox.published().deliveries()).isEqualTo(conformed.deliveries());
  }

  @Test
  void aRefusedFileThatIsForgottenStopsNoFurtherNight() throws IOException {
    inbox.with("sip/1.csv", "lopnr", "a").andTheRest();
    assertThatExceptionOfType(UserError.class).isThrownBy(inbox::conformed);

    inbox.forget("sip/1.csv");

    assertThat(SmallInbox.account(inbox.conformed(), "sip/1.csv")).endsWith("forgotten");
  }

  @Test
  void whatIsForgottenMustBeOneKnownDelivery() throws IOException {
    inbox.with("sip/1.csv", "lopnr;upprattad", "a;2024-01-01").andTheRest();
    String first = sha256(inbox.published());
    inbox.with("sip/1.csv", "lopnr;upprattad", "b;2024-01-01");
    String second = sha256(inbox.published());

    assertThatExceptionOfType(UserError.class)
        .isThrownBy(() -> inbox.forget("sip/2.csv"))
        .withMessageStartingWith("Cannot forget sip/2.csv: the ledger has no such delivery")
        .satisfies(error -> assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE));
    assertThatExceptionOfType(UserError.class)
        .isThrownBy(() -> inbox.forget("sip/1.csv"))
        .withMessage(
            String.join(
                System.lineSeparator(),
                "Cannot forget sip/1.csv: 2 deliveries came under this name (expected one). Name one by its SHA-256:",
                first + ", delivered 2026-11-22, 1 rows",
                second + ", delivered 2026-11-22, 1 rows"));

    inbox.forget(first);

    assertThat(inbox.published().deliveries())
        .filteredOn(delivery -> delivery.file().equals("sip/1.csv"))
        .extracting(Delivery::verdict)
        .containsExactly("forgotten", "accepted");
  }

  /** Of the newest delivery of the care plans. */
  private static String sha256(Conformed conformed) {
    return conformed.deliveries().stream()
        .filter(delivery -> delivery.table().equals("sip"))
        .reduce((one, next) -> next)
        .orElseThrow()
        .sha256();
  }
}
