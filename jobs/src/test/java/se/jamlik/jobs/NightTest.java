package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.publish.Releases;

/** What an operator may rely on, night after night. */
class NightTest {
  private static final String AS_OF = "--as-of=" + InventedRegion.AS_OF;

  @TempDir private static Path inbox;
  @TempDir private Path folder;

  @BeforeAll
  static void inventARegion() {
    assertThat(Jamlik.run("synthesise", "--persons=600", "--seed=3", "--out=" + inbox)).isZero();
  }

  @Test
  void theSameNightTwiceHasNothingToDoAndFromNothingGivesTheSameBytes() throws IOException {
    Path out = folder.resolve("out");
    assertThat(night(out)).isZero();
    Map<String, String> first = hashes(Releases.under(out).current().folder());

    assertThat(night(out)).isZero();
    assertThat(Releases.under(out).ids()).containsExactly(InventedRegion.AS_OF + ".1");

    Path kept = folder.resolve("kept");
    Files.move(out, kept);
    Files.createDirectories(out);
    copy(kept.resolve("secret"), out.resolve("secret"));
    assertThat(night(out)).isZero();
    assertThat(hashes(Releases.under(out).current().folder())).isEqualTo(first);
    assertThat(first.keySet())
        .contains(
            "indicator_value/part-00000.parquet",
            "jamlik.duckdb",
            "manifest.json",
            "open.sql",
            "reports/umea.pdf");
  }

  @Test
  void aNightThatFailsLeavesTheEarlierReleaseAndSaysSoInItsRecord() throws IOException {
    Path out = folder.resolve("out");
    assertThat(night(out)).isZero();
    Path broken = folder.resolve("broken");
    copy(inbox, broken);
    Files.writeString(broken.resolve("sol/later.csv"), "lopnr;insats\nabc;HEMTJANST\n");

    int exitCode = Jamlik.run("nightly", "--inbox=" + broken, "--out=" + out, AS_OF);

    assertThat(exitCode).isEqualTo(5);
    assertThat(Releases.under(out).current().id()).isEqualTo(InventedRegion.AS_OF + ".1");
    assertThat(newestRecord(out))
        .contains("\"state\" : \"failed\"", "\"exit_code\" : 5")
        .doesNotContain("HEMTJANST");
    assertThat(
            Jamlik.run(
                "nightly", "--inbox=" + broken, "--out=" + out, AS_OF, "--skip=sol/later.csv"))
        .isZero();
  }

  @Test
  void everythingButWhatIsPublishedIsForThePipelineAlone() throws IOException {
    Path out = folder.resolve("out");
    assertThat(night(out)).isZero();
    try (Stream<Path> folders = Files.list(out)) {
      assertThat(folders.filter(Files::isDirectory))
          .filteredOn(path -> !path.endsWith("published") && !path.endsWith("runs"))
          .isNotEmpty()
          .allSatisfy(
              path ->
                  assertThat(Files.getPosixFilePermissions(path))
                      .allMatch(permission -> permission.name().startsWith("OWNER_")));
    }
  }

  private static int night(Path out) {
    return Jamlik.run("nightly", "--inbox=" + inbox, "--out=" + out, AS_OF);
  }

  private static String newestRecord(Path out) throws IOException {
    try (Stream<Path> runs = Files.list(out.resolve("runs"))) {
      return Files.readString(
          runs.sorted().reduce((one, next) -> next).orElseThrow().resolve("run.json"));
    }
  }

  private static Map<String, String> hashes(Path folder) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        hashes.put(folder.relativize(file).toString(), sha256(file));
      }
    }
    return hashes;
  }

  private static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    // Files.copy does not keep the rights, and the secret is refused with any others.
    if (Files.exists(to.resolve("record-key"))) {
      Files.setPosixFilePermissions(
          to.resolve("record-key"), Files.getPosixFilePermissions(from.resolve("record-key")));
    }
  }
}
