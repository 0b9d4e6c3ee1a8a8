package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.adapt.Adapt;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.adapt.Ledger;
import se.jamlik.pipeline.publish.RunLock;
import se.jamlik.pipeline.vocabulary.Definitions;

class ForgetCommandTest {
  @TempDir private Path folder;
  private Path out;

  @BeforeEach
  void aDeliveryHasBeenSeen() throws IOException {
    Path inbox = folder.resolve("inbox");
    Files.createDirectories(inbox.resolve("sip"));
    Files.writeString(inbox.resolve("sip/1.csv"), "lopnr;upprattad\na;2024-01-01\n");
    out = folder.resolve("out");
    InstallationFolders.make(out);
    Adapt.deliveries(
        inbox, out.toString(), LocalDate.parse(InventedRegion.AS_OF), Set.of(), Definitions.load());
  }

  @Test
  void theLedgerKeepsTheDeliveryAndSaysThatItIsForgotten() throws IOException {
    assertThat(forget("sip/1.csv")).isZero();

    assertThat(Ledger.read(out.toString()))
        .extracting(Delivery::verdict)
        .containsExactly("forgotten");
    assertThat(runs()).hasSize(1).first().asString().contains("sip/1.csv", "\"forgotten\"");
  }

  @Test
  void whatTheLedgerDoesNotKnowIsWrongUse() throws IOException {
    assertThat(forget("sip/2.csv")).isEqualTo(2);
    assertThat(Jamlik.run("forget", "--out=" + folder.resolve("elsewhere"), "sip/1.csv"))
        .isEqualTo(2);
    assertThat(folder.resolve("elsewhere")).doesNotExist();
    assertThat(runs()).isEmpty();
  }

  // The lock is held, not used.
  @SuppressWarnings("try")
  @Test
  void nothingIsForgottenWhileANightRuns() {
    try (RunLock night = RunLock.take(out)) {
      assertThat(forget("sip/1.csv")).isEqualTo(75);
    }
    assertThat(Ledger.read(out.toString())).extracting(Delivery::verdict).containsExactly("seen");
  }

  private int forget(String delivery) {
    return Jamlik.run("forget", "--out=" + out, delivery);
  }

  private List<String> runs() throws IOException {
    try (Stream<Path> files = Files.walk(out.resolve("runs"))) {
      return files.filter(file -> file.endsWith("run.json")).map(ForgetCommandTest::text).toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
