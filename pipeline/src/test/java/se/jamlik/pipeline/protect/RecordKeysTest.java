package se.jamlik.pipeline.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

class RecordKeysTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void keyIsTheBeginningOfTheKeyedHash() {
    // Computed with another program: HMAC-SHA-256 with the key "Jefe" over eight bytes.
    RecordKeys keys = RecordKeys.of("Jefe".getBytes(StandardCharsets.UTF_8));

    assertThat(keys.applyAsLong(0)).isEqualTo(-1861814505284558560L);
    assertThat(keys.applyAsLong(1)).isEqualTo(8322742643180230828L);
    assertThat(keys.applyAsLong(0)).isEqualTo(-1861814505284558560L);
  }

  @Test
  void idTellsOneSecretFromAnother() {
    // Computed with another program: HMAC-SHA-256 with the key "Jefe".
    assertThat(RecordKeys.of("Jefe".getBytes(StandardCharsets.UTF_8)).id())
        .isEqualTo("476fb67d0b1db1e0b98acd71c9048b79");
    assertThat(RecordKeys.of("Jeff".getBytes(StandardCharsets.UTF_8)).id())
        .isNotEqualTo("476fb67d0b1db1e0b98acd71c9048b79");
  }

  @Test
  void secretIsMadeOnceAndIsItsOwnersAlone() throws IOException {
    Path file = folder.resolve("secret");

    long first = RecordKeys.keptIn(file).applyAsLong(7);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(RecordKeys.keptIn(file).applyAsLong(7)).isEqualTo(first);
    assertThat(RecordKeys.keptIn(folder.resolve("other")).applyAsLong(7)).isNotEqualTo(first);
  }

  @Test
  void refusesSecretThatOthersMayRead() throws IOException {
    Path file = folder.resolve("secret");
    RecordKeys.keptIn(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(() -> RecordKeys.keptIn(file))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot use the secret of disclosure control: its mode is rw-r----- in %s (expected rw------- or less). Ask who else may have read it, and put it back from your safe copy with chmod 600."
                .formatted(file));
  }

  @Test
  void secretOfEarlierReleasesIsNotMadeAnew() {
    Path file = folder.resolve("secret");

    assertThatThrownBy(() -> RecordKeys.usedBefore(file))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.PRIVACY))
        .hasMessage(
            "Cannot use the secret of disclosure control: there is no file %s (expected the one that the earlier releases were made with). Put it back from your safe copy; a new one would give the same people other counts."
                .formatted(file));
    assertThat(file).doesNotExist();

    long key = RecordKeys.keptIn(file).applyAsLong(7);
    assertThat(RecordKeys.usedBefore(file).applyAsLong(7)).isEqualTo(key);
  }

  @Test
  void keysTravelToTheWorkers() throws IOException, ClassNotFoundException {
    RecordKeys keys = RecordKeys.of(new byte[] {1, 2, 3});
    long key = keys.applyAsLong(5);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(keys);
    }

    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(((RecordKeys) in.readObject()).applyAsLong(5)).isEqualTo(key);
    }
  }
}
