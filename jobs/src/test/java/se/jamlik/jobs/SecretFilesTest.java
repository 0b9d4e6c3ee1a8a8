package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretFilesTest {
  private static final Path OUT = Path.of("/data/jamlik");

  @Test
  void theKeyOfTheDisclosureControlLiesUnderTheInstallation() {
    assertThat(SecretFiles.recordKey(OUT, Map.of()))
        .isEqualTo(Path.of("/data/jamlik/secret/record-key"));
    assertThat(SecretFiles.recordKey(OUT, Map.of("JAMLIK_RECORD_KEY", " ")))
        .isEqualTo(Path.of("/data/jamlik/secret/record-key"));
  }

  @Test
  void theEnvironmentTellsOfAnotherPlaceForIt() {
    assertThat(SecretFiles.recordKey(OUT, Map.of("JAMLIK_RECORD_KEY", "/run/secrets/record-key")))
        .isEqualTo(Path.of("/run/secrets/record-key"));
  }

  @Test
  void aMasterKeyThatIsGivenGoesBeforeThatOfTheEnvironment() {
    Map<String, String> environment = Map.of("JAMLIK_MASTER_KEY", "/run/secrets/master");

    assertThat(SecretFiles.masterKey(Path.of("mine.key"), environment))
        .contains(Path.of("mine.key"));
    assertThat(SecretFiles.masterKey(null, environment)).contains(Path.of("/run/secrets/master"));
    assertThat(SecretFiles.masterKey(null, Map.of())).isEmpty();
  }
}
