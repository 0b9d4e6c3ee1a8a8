package se.jamlik.pipeline.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretFileTest {
  @TempDir private Path folder;

  @Test
  void aSecretThatIsMadeIsWholeItsOwnersAloneAndLeavesNothingBeside() throws IOException {
    SecretFile secret = secret();

    byte[] made = secret.readOrMake();

    assertThat(made).hasSize(32);
    assertThat(secret.read()).isEqualTo(made);
    assertThat(secret.readOrMake()).isEqualTo(made);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret.file())))
        .isEqualTo("rw-------");
    assertThat(folder).isDirectoryNotContaining(file -> !file.equals(secret.file()));
  }

  @Test
  void whatARunThatWasKilledLeftUnfinishedIsNoSecret() throws IOException {
    Files.createFile(folder.resolve(".key.123.unfinished"));

    assertThat(secret().readOrMake()).hasSize(32);
  }

  @Test
  void ofRunsThatMakeItAtTheSameTimeAllUseTheFirst() {
    Set<String> secrets =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(run -> HexFormat.of().formatHex(secret().readOrMake()))
            .collect(Collectors.toSet());

    assertThat(secrets).hasSize(1);
  }

  @Test
  void anEmptyFileIsRefusedAndNeverWrittenOver() throws IOException {
    Path file =
        Files.createFile(
            folder.resolve("key"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));

    assertThatThrownBy(() -> secret().readOrMake())
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.PRIVACY))
        .hasMessage(
            "Cannot use the key: it holds 0 bytes in %s (expected at least 32 bytes). Make a new one."
                .formatted(file));
    assertThat(file).isEmptyFile();
  }

  @Test
  void aSecretThatSomebodyKeepsIsNotMade() {
    assertThatThrownBy(() -> secret().read())
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageStartingWith("Cannot use the key: there is no file ");
    assertThat(folder).isEmptyDirectory();
  }

  private SecretFile secret() {
    return new SecretFile(folder.resolve("key"), "the key", "Make a new one.");
  }
}
