package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

class FailureTest {
  @Test
  void ourOwnErrorsKeepTheirMessageAndCodeHoweverDeepTheyLie() {
    Exception failure =
        new IllegalStateException(
            "job aborted", new UserError(ExitCode.QUALITY, "Cannot publish: too few rows."));
    assertThat(Failure.exitCode(failure)).isEqualTo(ExitCode.QUALITY);
    assertThat(Failure.message(failure)).isEqualTo("Cannot publish: too few rows.");
  }

  @Test
  void theMessagesOfForeignErrorsAreLeftOutSinceTheyMayQuoteARow() {
    Exception failure = new IllegalArgumentException("cannot cast 'E11 Anna' to a date");
    assertThat(Failure.exitCode(failure)).isEqualTo(ExitCode.BUG);
    assertThat(Failure.message(failure))
        .startsWith("This is a bug in Jämlik")
        .contains("java.lang.IllegalArgumentException")
        .doesNotContain("Anna");
  }

  @Test
  void aFullDiskIsNoBug() {
    Exception failure = new UncheckedIOException(new IOException("No space left on device"));
    assertThat(Failure.exitCode(failure)).isEqualTo(ExitCode.INPUT_OUTPUT);
    assertThat(Failure.message(failure)).startsWith("Cannot read or write: ");
  }

  @Test
  void aHeapThatIsTooSmallIsNoBugAndSaysHowToEnlargeIt() {
    Exception failure = new IllegalStateException(new OutOfMemoryError("Java heap space"));
    assertThat(Failure.exitCode(failure)).isEqualTo(ExitCode.INPUT_OUTPUT);
    assertThat(Failure.message(failure))
        .startsWith("Cannot go on: the heap of ")
        .contains("MiB is too small", "JAMLIK_HEAP=8g")
        .doesNotContain("bug");
  }
}
