package se.jamlik.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import se.jamlik.reports.Language;
import se.jamlik.reports.page.Section.Item;
import se.jamlik.reports.release.Manifest;
import se.jamlik.reports.words.Texts;

class LegalSectionTest {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "legal.purpose", "Uppföljning av vård",
          "legal.basis", "not given",
          "legal.decision", "HSN 2026-1",
          "legal.erase-by", "2030-12-31");

  @Test
  void tellsTheLegalFrameAndWhatIsMissingInIt() {
    assertThat(section(false).orElseThrow().items())
        .containsExactly(
            new Item("Ändamål.", "Uppföljning av vård"),
            new Item("Rättslig grund.", "Inte angivet i nattens inställningar."),
            new Item("Beslut.", "HSN 2026-1"),
            new Item("Gallras senast.", "2030-12-31"));
  }

  @Test
  void inventedPersonsNeedNone() {
    assertThat(section(true)).isEmpty();
  }

  private static Optional<Section> section(boolean isInvented) {
    Manifest manifest =
        new Manifest(
            "2026-11-22.1",
            LocalDate.of(2026, 10, 31),
            Optional.empty(),
            Optional.empty(),
            isInvented,
            false,
            Optional.empty(),
            Optional.empty(),
            new TreeMap<>(SETTINGS));
    return new LegalSection(manifest, Texts.in(Language.SV)).section();
  }
}
