package se.jamlik.pipeline.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.adapt.MonthRows;
import se.jamlik.pipeline.adapt.Store;
import se.jamlik.pipeline.vocabulary.Definitions;

@ExtendWith(SparkTest.class)
class MonthTallyTest {
  private final SmallInbox inbox;

  MonthTallyTest(SparkSession spark, @TempDir Path folder) throws IOException {
    this.inbox = new SmallInbox(spark, folder);
  }

  @Test
  void theRowsThatKeepTheContractAreCountedByMunicipalityAndMonth() throws IOException {
    inbox
        .with(
            "khsl/1.csv",
            "lopnr;kommun;kva;datum",
            "a;2480;AU124;2024-01-01",
            "b;2480;AU124;20240131",
            "a;2480;AU124;2024-01-01", // two events
            "c;2401;AU124;2024-01-01",
            "a;2480;AU124;2024-02-30", // no day
            "a;2480;AU124;2024-12-31")
        .with("eb/1.csv", "lopnr;kommun;manad", "a;2480;2024-12", "b;2480;2024-12")
        .with("bu/1.csv", "lopnr;kommun;insats_id;start", "a;2480;1;", "a;2480;2;2024-02-29")
        .with("lmed/1.csv", "lopnr;atc;edatum", "a;A10;2024-02-29")
        .with("lisa/1.csv", "lopnr;ar", "a;2024");

    List<Delivery> deliveries = inbox.andTheRest().conformed().deliveries();

    assertThat(months(deliveries, "khsl"))
        .containsExactly("2401 2024-01 1", "2480 2024-01 3", "2480 2024-12 1");
    assertThat(months(deliveries, "eb")).containsExactly("2480 2024-12 2");
    assertThat(months(deliveries, "bu")).containsExactly("2480 2024-02 1");
    assertThat(months(deliveries, "lmed")).containsExactly("all 2024-02 1");
    assertThat(months(deliveries, "lisa")).isEmpty();
  }

  private List<String> months(List<Delivery> deliveries, String table) {
    Delivery file =
        deliveries.stream()
            .filter(delivery -> delivery.table().equals(table))
            .findFirst()
            .orElseThrow();
    return new Store(inbox.out())
        .note(file, Definitions.load().table(table)).orElseThrow().months().stream()
            .map(
                month ->
                    "%s %s %d"
                        .formatted(
                            month.municipality(), MonthRows.inWords(month.month()), month.rows()))
            .toList();
  }
}
