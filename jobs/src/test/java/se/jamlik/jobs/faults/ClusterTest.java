package se.jamlik.jobs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same jar on a cluster of three machines that are processes here. */
@Tag("faults")
final class ClusterTest {
  @TempDir private Path folder;

  @Test
  @Timeout(value = 40, unit = TimeUnit.MINUTES)
  void aClusterThatLosesAnExecutorMakesTheBytesOfOneMachine() throws Exception {
    Installed installed = Installed.here();
    Path inbox = folder.resolve("inbox");
    Path installation = folder.resolve("installation");
    Nights nights = Nights.of(installed, inbox);
    nights.synthesise(300, 3);
    assertThat(nights.run(installation)).isZero();
    // open.sql tells where a release lies, so both nights are at the same place.
    Path local = folder.resolve("local");
    Files.move(installation, local);
    Nights.copy(local.resolve("secret"), installation.resolve("secret"));

    try (SparkCluster cluster = SparkCluster.start(installed, folder.resolve("cluster"))) {
      assertThat(onCluster(cluster, nights, installation)).isZero();
    }

    assertThatNoLogHoldsAPseudonym(folder.resolve("cluster"), inbox);
    assertThat(Nights.hashes(installation)).isEqualTo(Nights.hashes(local)).isNotEmpty();
  }

  /** What executors and workers leave may be read by whoever looks after the machines. */
  private static void assertThatNoLogHoldsAPseudonym(Path cluster, Path inbox) throws IOException {
    Set<String> pseudonyms =
        Files.readAllLines(inbox.resolve("pv_listning/listning.csv")).stream()
            .skip(1)
            .map(line -> line.split("[;,\t]", 2)[0])
            .collect(Collectors.toSet());
    assertThat(pseudonyms).hasSizeGreaterThan(100).allMatch(pseudonym -> pseudonym.length() > 8);
    try (Stream<Path> files = Files.walk(cluster)) {
      List<Path> logs =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.toString().endsWith(".jar"))
              .toList();
      assertThat(logs).anyMatch(log -> log.endsWith("stderr"));
      for (Path log : logs) {
        String text = Files.readString(log, StandardCharsets.ISO_8859_1);
        assertThat(pseudonyms).as("%s", log).noneMatch(text::contains);
        if (log.endsWith("stderr")) {
          // Silent from the moment the driver has told them; what a task says is never written.
          assertThat(text).as("%s", log).doesNotContain("Running task", "Finished task");
        }
      }
    }
  }

  /** A night whose first executor is killed when half of the stages are made. */
  private static int onCluster(SparkCluster cluster, Nights nights, Path installation)
      throws IOException, InterruptedException {
    Process night =
        cluster
            .submit(
                "nightly",
                "--inbox=" + nights.inbox(),
                "--out=" + installation,
                "--as-of=" + Nights.AS_OF,
                "--settings=" + nights.settings())
            .redirectErrorStream(true)
            .start();
    boolean isKilled = false;
    try (BufferedReader told = night.inputReader()) {
      for (String line = told.readLine(); line != null; line = told.readLine()) {
        if (!isKilled && line.startsWith("link ")) {
          List<ProcessHandle> executors = cluster.executors();
          assertThat(executors).hasSize(2);
          assertThat(executors.get(0).destroyForcibly()).isTrue();
          isKilled = true;
        }
      }
    } finally {
      night.destroyForcibly();
    }
    assertThat(isKilled).isTrue();
    return night.waitFor();
  }
}
