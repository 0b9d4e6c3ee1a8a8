package se.jamlik.pipeline.adapt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.jamlik.pipeline.Death;
import se.jamlik.pipeline.vocabulary.Definitions;

class LedgerTest {
  private static final int WRITES = 300;

  @TempDir private Path out;

  /** What a reader can see at some moment, a night that dies then leaves to the next one. */
  @Test
  void theLedgerIsNeverMissingWhileItIsReplaced() {
    List<Delivery> deliveries =
        List.of(Delivery.seen(1, "sol", "sol/1.csv", "a checksum", Instant.EPOCH));
    Ledger.write(out.toString(), deliveries);
    AtomicBoolean isOver = new AtomicBoolean();
    CompletableFuture<Integer> reader =
        CompletableFuture.supplyAsync(
            () -> {
              int missing = 0;
              while (!isOver.get()) {
                missing += Ledger.read(out.toString()).isEmpty() ? 1 : 0;
              }
              return missing;
            });
    for (int i = 0; i < WRITES; i++) {
      Ledger.write(out.toString(), deliveries);
    }
    isOver.set(true);

    assertThat(reader.join()).isZero();
  }

  /** One of the new files comes before the known one in the order of paths. */
  @ParameterizedTest
  @EnumSource(Ledger.Moment.class)
  void afterANightThatDiesTheNextFindsTheDeliveriesOfAnUndisturbedOne(Ledger.Moment moment)
      throws IOException {
    delivered("b.csv");
    Path undisturbed = night(out.resolve("undisturbed"), reached -> {});
    Path interrupted = night(out.resolve("interrupted"), reached -> {});
    delivered("a.csv");
    delivered("c.csv");
    night(undisturbed, reached -> {});

    assertThatThrownBy(() -> night(interrupted, Death.at(moment))).isInstanceOf(Death.class);

    assertThat(Ledger.read(interrupted.toString()))
        .hasSize(moment == Ledger.Moment.REPLACED ? 3 : 1);
    night(interrupted, reached -> {});
    assertThat(interrupted.resolve("adapted/ledger.jsonl"))
        .hasSameBinaryContentAs(undisturbed.resolve("adapted/ledger.jsonl"));
  }

  private void delivered(String file) throws IOException {
    Files.createDirectories(out.resolve("inbox/sol"));
    Files.writeString(
        out.resolve("inbox/sol").resolve(file), "lopnr;kommun;insats;fom\n" + file + ";2480;;\n");
  }

  private Path night(Path installation, Consumer<Ledger.Moment> observer) {
    Adapt.observed(
        out.resolve("inbox"),
        installation.toString(),
        LocalDate.of(2026, 11, 22),
        Definitions.load(),
        observer);
    return installation;
  }
}
