package se.jamlik.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MadeFromTest {
  private final MadeFrom night = SmallRelease.facts().madeFrom();

  @Test
  void theSameNightIsKnownAgain() {
    assertThat(with(night.recordKeys(), night.inputs(), List.of()).fingerprint())
        .isEqualTo(night.fingerprint());
  }

  @Test
  void aNightWithAnotherSecretIsAnotherNight() {
    assertThat(with("id of another secret", night.inputs(), List.of()).fingerprint())
        .isNotEqualTo(night.fingerprint());
  }

  @Test
  void aNightAfterADeliveryWasForgottenIsAnotherNightAndItsManifestSaysSo(@TempDir Path folder)
      throws IOException {
    MadeFrom later = with(night.recordKeys(), List.of(), night.inputs());
    assertThat(later.fingerprint()).isNotEqualTo(night.fingerprint());

    ReleaseFacts facts = new ReleaseFacts(later, LocalDate.of(2026, 11, 20), List.of(), List.of());
    Files.writeString(
        folder.resolve(Manifest.FILE), Manifest.of("2026-11-22.2", facts, folder).text());
    assertThat(Manifest.read(folder).forgotten()).isEqualTo(night.inputs());
    assertThat(Manifest.read(folder).inputs()).isEmpty();
  }

  @Test
  void aManifestWithoutItsChecksumIsDamaged(@TempDir Path folder) throws IOException {
    String text = Manifest.of("2026-11-22.1", SmallRelease.facts(), folder).text();
    String without = text.replaceAll(",\\s*\"checksum\" .*", "");
    assertThat(without).isNotEqualTo(text);
    Files.writeString(folder.resolve(Manifest.FILE), without);

    assertThatThrownBy(() -> Manifest.read(folder))
        .isInstanceOf(DamagedManifest.class)
        .hasMessageContaining("has been changed");
  }

  private MadeFrom with(
      String recordKeys, List<MadeFrom.Input> inputs, List<MadeFrom.Input> forgotten) {
    return new MadeFrom(
        night.asOf(),
        night.codeVersion(),
        night.definitionsVersion(),
        recordKeys,
        night.settings(),
        inputs,
        forgotten);
  }
}
