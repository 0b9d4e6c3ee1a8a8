package se.jamlik.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

final class RunLockTest {
  @TempDir private Path out;

  @Test
  void secondRunIsTurnedAwayAtOnce() {
    try (RunLock first = RunLock.take(out)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> RunLock.take(out))
          .isInstanceOfSatisfying(
              UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.LOCKED))
          .hasMessage(
              "Cannot start a run: another run holds %s (expected one run at a time)."
                      .formatted(out.resolve(".lock"))
                  + " Wait until it has ended.");
    }
  }

  @Test
  void runOfAnotherProcessIsTurnedAwayToo() throws IOException, InterruptedException {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                out.toString())
            .redirectErrorStream(true)
            .start();
    try {
      assertThat((char) other.getInputStream().read()).isEqualTo('l');

      assertThatThrownBy(() -> RunLock.take(out)).isInstanceOf(UserError.class);
    } finally {
      other.destroyForcibly().waitFor();
    }
    RunLock.take(out).close();
  }

  @Test
  void lockIsFreeAgainWhenTheRunHasEnded() {
    RunLock.take(out).close();
    RunLock.take(out).close();
  }

  @Test
  void folderThatCannotBeMadeIsAnInputOutputError() throws IOException {
    Path file = Files.writeString(out.resolve("file"), "");

    assertThatThrownBy(() -> RunLock.take(file))
        .isInstanceOfSatisfying(
            UserError.class,
            error -> assertThat(error.exitCode()).isEqualTo(ExitCode.INPUT_OUTPUT));
  }

  /** Another run: takes the lock, says so, and holds it until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws IOException {
      try (RunLock lock = RunLock.take(Path.of(arguments[0]))) {
        System.out.print(lock == null ? "-" : "l");
        System.out.flush();
        System.in.read();
      }
    }
  }
}
