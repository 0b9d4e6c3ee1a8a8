package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine;

/** The schedules, each by the real tool where it is on the machine, and by what we can see. */
class SchedulesTest {
  private static final Path SCHEDULE = Path.of("schedule");

  @TempDir private Path folder;

  /** The units name paths of the installation, which the check must find. */
  @Test
  void systemdAcceptsTheUnits() throws Exception {
    assumeTrue(isOnPath("systemd-analyze"), "systemd-analyze is not on this machine");
    Path launcher = folder.resolve("jamlik");
    Files.createFile(launcher);
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    List<String> units = new ArrayList<>();
    for (String unit : List.of("jamlik.service", "jamlik.timer", "jamlik-failed@.service")) {
      Path copy = folder.resolve(unit);
      Files.writeString(
          copy,
          Files.readString(SCHEDULE.resolve(unit))
              .replace("/srv/jamlik/jobs/jamlik", launcher + ""));
      units.add(copy.toString());
    }

    Tool verified = Tool.run(folder, concat("systemd-analyze", "verify", units));

    assertThat(verified.printed()).doesNotContain("Unknown", "Failed to", "not executable");
    assertThat(verified.exitCode()).isZero();
  }

  @Test
  void systemdUnderstandsWhenTheTimerElapses() throws Exception {
    assumeTrue(isOnPath("systemd-analyze"), "systemd-analyze is not on this machine");
    String calendar =
        lines("jamlik.timer")
            .filter(line -> line.startsWith("OnCalendar="))
            .map(line -> line.substring("OnCalendar=".length()))
            .findFirst()
            .orElseThrow();

    Tool read = Tool.run(folder, List.of("systemd-analyze", "calendar", calendar));

    assertThat(read.printed()).contains("*-*-* 00:30:00 UTC");
    assertThat(read.exitCode()).isZero();
  }

  @Test
  void pythonCompilesTheDag() throws Exception {
    assumeTrue(isOnPath("python3"), "python3 is not on this machine");
    Path copy = Files.copy(SCHEDULE.resolve("jamlik_dag.py"), folder.resolve("jamlik_dag.py"));

    Tool compiled = Tool.run(folder, List.of("python3", "-m", "py_compile", copy.toString()));

    assertThat(compiled.printed()).isEmpty();
    assertThat(compiled.exitCode()).isZero();
  }

  @Test
  void theCronLinesHaveFiveTimesAUserAndACommand() throws IOException {
    List<String> jobs =
        lines("jamlik.cron").filter(line -> line.matches("[0-9*].*")).map(String::strip).toList();

    assertThat(jobs)
        .hasSize(2)
        .allMatch(job -> job.matches("(\\S+\\s+){5}jamlik\\s+/srv/jamlik/jobs/jamlik .*"));
    // A percent sign is cron's end of line.
    assertThat(jobs).noneMatch(job -> job.contains("%"));
  }

  @Test
  void theCronJobRunsOneNightAtATimeAndNotAgainWhereAPersonMustLook() throws IOException {
    Map<?, ?> job = at(manifest(), "spec");

    assertThat(job.get("concurrencyPolicy")).isEqualTo("Forbid");
    Map<?, ?> rule =
        (Map<?, ?>)
            ((List<?>) at(job, "jobTemplate", "spec", "podFailurePolicy").get("rules")).get(0);
    assertThat(at(rule, "onExitCodes").get("values")).isEqualTo(List.of(3, 4, 5, 6, 75));
  }

  /** The words after the jar are ours, and must be a command that we have. */
  @Test
  void theCronJobsArgumentsAreACommandOfOurs() throws IOException {
    Map<?, ?> pod = at(manifest(), "spec", "jobTemplate", "spec", "template", "spec");
    Map<?, ?> driver = (Map<?, ?>) ((List<?>) pod.get("containers")).get(0);
    List<String> arguments = ((List<?>) driver.get("args")).stream().map(String::valueOf).toList();
    List<String> ours =
        arguments.subList(
            arguments.indexOf("local:///opt/jamlik/jamlik.jar") + 1, arguments.size());

    assertThat(arguments).containsSequence("--class", Jamlik.class.getName());
    assertThat(new CommandLine(new Jamlik()).parseArgs(ours.toArray(String[]::new)).subcommand())
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jamlik.service", "jamlik-failed@.service", "jamlik.cron"})
  void everyCommandOfAScheduleIsOneOfOurs(String file) throws IOException {
    List<String> commands =
        lines(file)
            .filter(line -> line.contains("/srv/jamlik/jobs/jamlik "))
            .map(
                line ->
                    line.replaceAll(".*/srv/jamlik/jobs/jamlik ", "").replaceAll(" *[>|].*", ""))
            .toList();

    assertThat(commands).isNotEmpty();
    assertThat(commands)
        .allSatisfy(
            command ->
                assertThat(
                        new CommandLine(new Jamlik())
                            .parseArgs(command.strip().split(" +"))
                            .subcommand())
                    .isNotNull());
  }

  private static Stream<String> lines(String file) throws IOException {
    return Files.readAllLines(SCHEDULE.resolve(file)).stream();
  }

  private static Map<?, ?> manifest() throws IOException {
    return new Yaml(new SafeConstructor(new LoaderOptions()))
        .load(Files.readString(SCHEDULE.resolve("jamlik-cronjob.yaml")));
  }

  private static Map<?, ?> at(Map<?, ?> map, String... keys) {
    Map<?, ?> found = map;
    for (String key : keys) {
      found = (Map<?, ?>) found.get(key);
    }
    return found;
  }

  private static boolean isOnPath(String tool) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place).resolve(tool)));
  }

  private static List<String> concat(String tool, String verb, List<String> files) {
    return Stream.concat(Stream.of(tool, verb), files.stream()).toList();
  }

  /** What a tool of the machine said and how it ended. */
  private record Tool(int exitCode, String printed) {
    static Tool run(Path folder, List<String> command) throws IOException, InterruptedException {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Tool(process.waitFor(), printed);
    }
  }
}
