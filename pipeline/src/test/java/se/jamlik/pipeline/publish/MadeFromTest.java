package se.jamlik.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MadeFromTest {
  private final MadeFrom night = SmallRelease.facts().madeFrom();

  @Test
  void theSameNightIsKnownAgain() {
    assertThat(withRecordKeys(night.recordKeys()).fingerprint()).isEqualTo(night.fingerprint());
  }

  @Test
  void aNightWithAnotherSecretIsAnotherNight() {
    assertThat(withRecordKeys("id of another secret").fingerprint())
        .isNotEqualTo(night.fingerprint());
  }

  private MadeFrom withRecordKeys(String id) {
    return new MadeFrom(
        night.asOf(),
        night.codeVersion(),
        night.definitionsVersion(),
        id,
        night.settings(),
        night.inputs());
  }
}
