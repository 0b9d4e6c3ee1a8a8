package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.jobs.synthesise.Region;

class InventedRegionTest {
  @TempDir private Path inbox;

  @Test
  void theSameRegionIsNotInventedTwice() throws IOException {
    InventedRegion.mark(inbox, region(1));
    assertThat(InventedRegion.isIn(inbox)).isTrue();
    assertThat(InventedRegion.isIn(inbox, region(1))).isTrue();
    assertThat(InventedRegion.isIn(inbox, region(2))).isFalse();
  }

  @Test
  void anInboxWithoutTheMarkIsReal() {
    assertThat(InventedRegion.isIn(inbox)).isFalse();
    assertThat(InventedRegion.isIn(inbox, region(1))).isFalse();
  }

  private static Region region(long seed) {
    return new Region(
        100, seed, 2020, 2025, LocalDate.of(2026, 11, 22), Region.Format.CSV, Region.Faults.NONE);
  }
}
