package se.jamlik.jobs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.jamlik.jobs.runs.Run;
import se.jamlik.jobs.runs.Runs;
import se.jamlik.pipeline.publish.Release;
import se.jamlik.pipeline.publish.Releases;
import se.jamlik.pipeline.vocabulary.Sha256;

/**
 * Nights of one inbox, each a process of its own.
 *
 * @param settings a file
 */
record Nights(Installed installed, Path inbox, Path settings) {
  static final String AS_OF = "2026-11-22";
  static final String HEAP = "1500m";
  private static final List<String> UTC = List.of("-Duser.timezone=UTC");

  /** Two municipalities, so that few reports are written: that is what takes the time. */
  private static final String[] FEW_REPORTS = {"scope:", "  municipalities: [2480, 2403]"};

  static Nights of(Installed installed, Path inbox) throws IOException {
    return of(installed, inbox, FEW_REPORTS);
  }

  /** Nights by settings, a line each, that are written beside the inbox. */
  static Nights of(Installed installed, Path inbox, String... settings) throws IOException {
    Path file = Files.createDirectories(inbox).resolveSibling("settings.yaml");
    return new Nights(installed, inbox, Files.write(file, List.of(settings)));
  }

  /** Nights of another inbox with the same settings. */
  Nights on(Path other) {
    return new Nights(installed, other, settings);
  }

  /** Invents a region into the inbox. */
  void synthesise(int persons, int seed) throws IOException, InterruptedException {
    Process process =
        installed
            .jamlik(
                HEAP, UTC, "synthesise", "--persons=" + persons, "--seed=" + seed, "--out=" + inbox)
            .redirectErrorStream(true)
            .redirectOutput(log())
            .start();
    assertThat(process.waitFor()).as("see %s", log().file()).isZero();
  }

  /** Runs a night to its end and gives its exit code. */
  int run(Path installation) throws IOException, InterruptedException {
    return begin(installation, AS_OF, HEAP, UTC).waitFor();
  }

  /** What all nights of the inbox tell, beside it. */
  private ProcessBuilder.Redirect log() {
    return ProcessBuilder.Redirect.appendTo(inbox.resolveSibling("nights.log").toFile());
  }

  /** Begins a night whose progress goes to the log. */
  Process begin(Path installation, String asOf, String heap, List<String> options)
      throws IOException {
    return builder(installation, asOf, heap, options).redirectOutput(log()).start();
  }

  /** Begins a night and returns when it has told that a stage is made. */
  Process beginUntil(String stage, Path installation, String asOf) throws IOException {
    Process night = builder(installation, asOf, HEAP, UTC).start();
    BufferedReader told = night.inputReader();
    for (String line = told.readLine(); line != null; line = told.readLine()) {
      if (line.startsWith(stage + " ")) {
        return night;
      }
    }
    throw new AssertionError("the night ended before " + stage);
  }

  private ProcessBuilder builder(
      Path installation, String asOf, String heap, List<String> options) {
    return installed
        .jamlik(
            heap,
            options,
            "nightly",
            "--inbox=" + inbox,
            "--out=" + installation,
            "--as-of=" + asOf,
            "--settings=" + settings)
        .redirectErrorStream(true);
  }

  /** The stages that the newest run has ended, in their order, without that of its own page. */
  static List<String> stages(Path installation) {
    return newestRun(installation)
        .stages()
        .map(stage -> stage.path("stage").asText())
        .filter(stage -> !stage.equals("page"))
        .toList();
  }

  /** How many tables or pieces a stage of the newest run has made. */
  static int made(String stage, Path installation) {
    return newestRun(installation)
        .stages()
        .filter(one -> one.path("stage").asText().equals(stage))
        .findFirst()
        .orElseThrow()
        .path("made")
        .asInt(-1);
  }

  static Run newestRun(Path installation) {
    return Runs.under(installation).newest().orElseThrow();
  }

  /** What a reader of the installation relies on: there is a current release, and it is whole. */
  static Release wholeRelease(Path installation) {
    Release release = Releases.under(installation).current();
    assertThat(release.problems()).isEmpty();
    return release;
  }

  /** The checksums of the current release by file; the release must be whole. */
  static Map<String, String> hashes(Path installation) throws IOException {
    Path release = wholeRelease(installation).folder();
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(release)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        hashes.put(release.relativize(file).toString(), Sha256.of(file));
      }
    }
    return hashes;
  }

  /** The same without the files that tell where the release lies. */
  static Map<String, String> contents(Path installation) throws IOException {
    Map<String, String> contents = hashes(installation);
    contents.keySet().removeAll(Arrays.asList("open.sql", "manifest.json"));
    return contents;
  }

  /** Copies a tree with the rights of its files, which a secret is refused without. */
  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files.skip(1)::iterator) {
        Files.copy(
            file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
  }
}
