package se.jamlik.pipeline.adapt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
