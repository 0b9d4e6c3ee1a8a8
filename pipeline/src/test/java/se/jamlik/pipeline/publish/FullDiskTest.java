package se.jamlik.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/** Linux has a device that is always full. */
@EnabledOnOs(OS.LINUX)
final class FullDiskTest {
  private static final String COPY =
      "copy (select range from range(100000)) to '/dev/full' (format csv);";

  @Test
  void fullDiskIsTheOperatorsAndNoBug() {
    try (Database database = Database.inMemory(Path.of("/dev"))) {
      assertThatThrownBy(() -> database.execute(COPY))
          .isInstanceOfSatisfying(
              UserError.class,
              error -> assertThat(error.exitCode()).isEqualTo(ExitCode.INPUT_OUTPUT))
          .hasMessageStartingWith("Cannot write or read a release: ")
          .hasMessageContaining("No space left on device");
    }
  }

  @Test
  void failureToCommitOnAFullDiskIsKnownByItsWords() {
    assertThat(
            InputOutput.isToldBy(
                "TransactionContext Error: Failed to commit: Could not write file \"x.duckdb.wal\":"
                    + " No space left on device"))
        .isTrue();
    assertThat(InputOutput.isToldBy("Binder Error: Table \"t\" does not exist")).isFalse();
  }
}
