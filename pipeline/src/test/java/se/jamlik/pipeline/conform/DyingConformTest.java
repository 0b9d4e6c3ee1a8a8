package se.jamlik.pipeline.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.jamlik.pipeline.Death;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.adapt.Delivery;

/**
 * A night that dies while it conforms what has come since the evening before: an extract of two
 * files, whose deaths go to a table that is there. No other table is written anew, so that nothing
 * lives on beside the death.
 */
@ExtendWith(SparkTest.class)
final class DyingConformTest {
  private static final String EXTRACT = "omop54/e2";

  @TempDir private static Path shared;
  private static SmallInbox evening;
  private static Outcome undisturbed;

  @TempDir private Path folder;

  @BeforeAll
  static void twoNights(SparkSession spark) throws IOException {
    evening =
        SmallExtract.in(new SmallInbox(spark, shared.resolve("evening")), "e1")
            .andTheRestBut(SmallExtract.TABLES);
    evening.published();
    evening
        .with(
            EXTRACT + "/person.csv", SmallExtract.lines(SmallExtract.PERSON, "1;anna", "2;cecilia"))
        .with(
            EXTRACT + "/death.csv",
            SmallExtract.lines(SmallExtract.DEATH, "2;2026-08-01;", "9;2026-08-02;"));
    SmallInbox night = evening.copiedTo(shared.resolve("night"));
    undisturbed = Outcome.of(night, night.conformed());
    assertThat(undisturbed.deaths()).hasSize(2);
    assertThat(undisturbed.quarantined()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void afterANightThatDiesTheNextMakesWhatAnUndisturbedOneMakes(Moment moment) throws IOException {
    SmallInbox inbox = evening.copiedTo(folder);
    assertThatThrownBy(() -> inbox.conformed(Death.at(moment))).isInstanceOf(Death.class);

    Conformed next = inbox.conformed();

    assertThat(Outcome.of(inbox, next)).isEqualTo(undisturbed);
    assertThat(next.made().keySet()).isSubsetOf("death");
  }

  /** The rows of the table, those that were set aside, and the account of every file. */
  private record Outcome(
      List<String> deaths,
      List<String> quarantined,
      Map<String, String> madeFrom,
      List<Delivery> deliveries) {
    static Outcome of(SmallInbox inbox, Conformed conformed) {
      return new Outcome(
          SmallInbox.rows(conformed, "death", "*"),
          inbox.quarantined(EXTRACT),
          conformed.madeFrom(),
          conformed.deliveries());
    }
  }
}
