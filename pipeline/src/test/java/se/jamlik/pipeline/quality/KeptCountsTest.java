package se.jamlik.pipeline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.adapt.MonthRows;

class KeptCountsTest {
  @TempDir private Path folder;

  @Test
  void whatWasCountedIsFoundAgainWhileItIsMadeFromTheSame() {
    KeptCounts kept = new KeptCounts(folder.resolve("quality").toString());
    TableCounts counts =
        new TableCounts(
            9,
            List.of(new Count("on_list", "sol", "housing", "2025", "2480", 1, 9)),
            List.of(new MonthRows("2480", 24309, 7)));
    assertThat(kept.read("sol", "one")).isEmpty();

    kept.write("sol", "one", counts);

    assertThat(kept.read("sol", "one")).contains(counts);
    assertThat(kept.read("sol", "another")).isEmpty();
    assertThat(kept.read("lss", "one")).isEmpty();
  }

  @Test
  void monthsAreToldAsInTheCalendar() {
    assertThat(MonthRows.inWords(2025 * 12)).isEqualTo("2025-01");
    assertThat(MonthRows.inWords(2025 * 12 + 11)).isEqualTo("2025-12");
  }
}
