package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.jamlik.jobs.runs.Run;
import se.jamlik.jobs.runs.Runs;

/** Inboxes and mirrors that are given as addresses, as far as a night without rows shows it. */
class RemotePlacesTest {
  private static final String RETRIES = "spark.hadoop.ipc.client.connect.max.retries";

  @TempDir private Path folder;

  @AfterEach
  void asBefore() {
    System.clearProperty(RETRIES);
  }

  @Test
  void anInboxIsAnAddressOrAFolder() {
    Path out = folder.resolve("out");

    assertThat(InboxPlace.of("hdfs://host/inbox", out))
        .isEqualTo(new InboxPlace(out.resolve("fetched/inbox"), "hdfs://host/inbox"))
        .hasToString("hdfs://host/inbox");
    assertThat(InboxPlace.of(folder.toString(), out)).isEqualTo(InboxPlace.at(folder));
  }

  @ParameterizedTest
  @CsvSource({"nosuch://host/inbox, 2", "file:///no/such/inbox, 5"})
  void anInboxThatCannotBeFetchedEndsTheNightAndItsRecordTellsWhy(String inbox, int code) {
    assertThat(Jamlik.run("nightly", "--inbox=" + inbox, "--out=" + folder)).isEqualTo(code);

    Run run = Runs.under(folder).newest().orElseThrow();
    assertThat(run.state()).isEqualTo("failed");
    assertThat(run.exitCode()).isEqualTo(code);
    assertThat(run.record().path("inbox").asText()).isEqualTo(inbox);
    assertThat(folder.resolve("published")).isEmptyDirectory();
  }

  @Test
  void aMirrorThatNothingHereReadsIsAWrongSettingAndNoNightBegins() throws IOException {
    Path settings = settings("nosuch://host/jamlik");

    assertThat(
            Jamlik.run("nightly", "--inbox=" + folder, "--out=" + folder, "--settings=" + settings))
        .isEqualTo(6);
    assertThat(Runs.under(folder).all()).isEmpty();
  }

  @Test
  void theInstallationItselfIsNoAddress() {
    StringWriter err = new StringWriter();

    int code =
        Jamlik.commands()
            .setErr(new PrintWriter(err))
            .execute("verify", "--out", "hdfs://namenode/jamlik");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString())
        .contains("expected a folder or file of this machine or of a mount, not an address");
  }

  @Test
  void aMirrorThatFailsIsToldInTheRecordAndTheRunGoesOn() throws IOException {
    System.setProperty(RETRIES, "0");

    JsonNode run = mirrored("hdfs://localhost:1/jamlik");

    assertThat(run.path(Run.MIRROR_PROBLEM).asText())
        .isEqualTo(
            "Cannot write the mirror of the releases: it does not answer (ConnectException) in hdfs://localhost:1/jamlik (expected a folder that answers and that this account may use). Mend it and run again.");
    assertThat(run.has("mirror")).isFalse();
  }

  @Test
  void aMirrorThatIsRightIsToldAsAStage() throws IOException {
    String mirror = folder.resolve("mirror").toUri().toString();

    JsonNode run = mirrored(mirror);

    assertThat(run.path("mirror").asText()).isEqualTo(mirror);
    assertThat(run.path("stages").path(0).path("stage").asText()).isEqualTo("mirror");
    assertThat(run.path("stages").path(0).path("copied").asInt()).isZero();
    assertThat(run.has(Run.MIRROR_PROBLEM)).isFalse();
  }

  /** The record of a run that has nothing to mirror but goes there. */
  private JsonNode mirrored(String address) throws IOException {
    Path out = folder.resolve("out");
    Files.createDirectories(out.resolve("published"));
    NightRequest request =
        new NightRequest(
            folder,
            out,
            SettingsFile.read(settings(address)),
            LocalDate.of(2026, 11, 22),
            List.of());
    RunRecord record = RunRecord.begin(out, Map.of());
    try (PrintStream nowhere =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        StageProgress progress = new StageProgress(record, 1, nowhere)) {
      NightMirror.bringUpToDate(request, record, progress);
    }
    return new ObjectMapper()
        .readTree(out.resolve("runs").resolve(record.name()).resolve("run.json").toFile());
  }

  private Path settings(String mirror) throws IOException {
    return Files.writeString(folder.resolve("settings.yaml"), "operations.mirror: " + mirror);
  }
}
