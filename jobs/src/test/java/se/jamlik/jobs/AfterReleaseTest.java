package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.publish.Release;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/** What fails when the release is there makes no failed night of it: it is published. */
class AfterReleaseTest {

  @Test
  void whatCannotBeSettledIsAWarning() {
    List<String> warnings = new ArrayList<>();
    try (WarningLog log = WarningLog.into(warnings::add)) {
      assertThat(log).isNotNull();
      NightRelease.settled(
          () -> {
            throw new UserError(ExitCode.INPUT_OUTPUT, "Cannot keep the ledger");
          });
    }

    assertThat(warnings).hasSize(1).first().asString().contains("the next night does it");
  }

  @Test
  void aRecordThatCannotBeEndedIsAWarning(@TempDir Path out) throws IOException {
    RunRecord record = RunRecord.begin(out, Map.of());
    // Where the record lies is a file now, so that nothing can be written into it.
    Path runs = out.resolve("runs");
    Files.move(runs, out.resolve("moved"));
    Files.createFile(runs);

    assertThatCode(
            () ->
                Night.end(
                    record, new NightResult(new Release("2026-11-22.1", out), true, List.of())))
        .doesNotThrowAnyException();
  }
}
