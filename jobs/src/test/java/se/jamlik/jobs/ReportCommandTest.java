package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import se.jamlik.pipeline.vocabulary.UserError;

class ReportCommandTest {
  @TempDir private Path out;

  @BeforeEach
  void publishAnEmptyRelease() throws IOException {
    Files.createDirectories(out.resolve("published/2026-11-22.1"));
    Files.writeString(out.resolve("published/CURRENT"), "2026-11-22.1");
  }

  @Test
  void aReleaseThatCannotBeReadIsAnInputOutputError() {
    assertThat(report()).isEqualTo(74);
    assertThatThrownBy(() -> command().call())
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot read the release: no readable manifest.json in %s (expected the folder of one release). Choose another release."
                .formatted(out.resolve("published/2026-11-22.1")));
  }

  @Test
  void aReleaseThatIsNotThereIsWrongUse() {
    assertThat(report("--release=2026-11-22.2")).isEqualTo(2);
  }

  @Test
  void aLanguageWithoutTextsIsWrongUse() {
    assertThat(report("--language=de")).isEqualTo(2);
  }

  @Test
  void englishIsALanguageOfReports() {
    assertThatThrownBy(() -> command("--language=en").call())
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Cannot read the release: no readable manifest.json in ");
  }

  @Test
  void aTemplateThatTheSettingsDoNotNameIsWrongUse() {
    assertThat(report("--template=aldre")).isEqualTo(2);
  }

  private int report(String... options) {
    return Jamlik.run(
        Stream.concat(Stream.of("report"), arguments(options)).toArray(String[]::new));
  }

  private ReportCommand command(String... options) {
    ReportCommand command = new ReportCommand();
    new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(arguments(options).toArray(String[]::new));
    return command;
  }

  private Stream<String> arguments(String... options) {
    return Stream.concat(
        Stream.of("--out=" + out, "--to=" + out.resolve("reports")), Stream.of(options));
  }
}
