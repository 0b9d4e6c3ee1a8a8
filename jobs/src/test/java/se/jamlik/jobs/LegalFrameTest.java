package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LegalFrameTest {
  @TempDir private Path folder;

  @Test
  void aNightOnRealPersonsTellsWhatIsNotGiven() throws IOException {
    assertThat(warnings("legal: {purpose: care, basis: a law, erase-by: 2026-11-22}"))
        .containsExactly(
            "The legal frame is not given: legal.decision (expected in the settings of every night on data of real persons). The manifest and the reports say so; ask the controllers.");
  }

  @Test
  void aNightAfterTheDayOfErasureSaysSo() throws IOException {
    assertThat(warnings("legal: {purpose: care, basis: a law, decision: 1, erase-by: 2026-11-21}"))
        .containsExactly(
            "The data were to be erased by 2026-11-21 (legal.erase-by). Ask the controllers for a new decision, or erase them.");
  }

  @Test
  void inventedPersonsNeedNoLegalFrame() throws IOException {
    Files.writeString(folder.resolve("invented.txt"), "");
    assertThat(warnings("")).isEmpty();
  }

  private List<String> warnings(String settings) throws IOException {
    Path file = Files.writeString(folder.resolve("settings.yaml"), settings);
    NightRequest request =
        new NightRequest(
            folder,
            folder.resolve("out"),
            SettingsFile.read(file),
            LocalDate.of(2026, 11, 22),
            List.of());
    List<String> warnings = new ArrayList<>();
    try (WarningLog log = WarningLog.into(warnings::add)) {
      LegalFrame.warn(request);
      assertThat(log).isNotNull();
    }
    return warnings;
  }
}
