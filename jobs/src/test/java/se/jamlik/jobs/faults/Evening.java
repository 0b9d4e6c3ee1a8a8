package se.jamlik.jobs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import se.jamlik.pipeline.publish.Release;

/**
 * An installation with the release of the evening before, what has been delivered since, and what a
 * night makes of both when nothing happens.
 *
 * @param folder the installation as it was in the evening; tests work on copies
 * @param night the installation after the night
 * @param undisturbed the checksums of the night's release by file
 */
record Evening(Nights nights, Path folder, Path night, Map<String, String> undisturbed) {
  private static final String DAY = "2026-11-21";

  static Evening in(Path shared) throws Exception {
    Nights nights = Nights.of(Installed.here(), shared.resolve("inbox"));
    nights.synthesise(300, 3);
    Path evening = shared.resolve("evening");
    assertThat(nights.begin(evening, DAY, Nights.HEAP, List.of()).waitFor()).isZero();
    deliver(nights);
    Path night = shared.resolve("night");
    Nights.copy(evening, night);
    assertThat(nights.run(night)).isZero();
    return new Evening(nights, evening, night, Nights.contents(night));
  }

  /** What has come since: rows of the list of patients once more, and one more contact. */
  private static void deliver(Nights nights) throws IOException {
    Path listed = nights.inbox().resolve("pv_listning/listning.csv");
    List<String> patients = Files.readAllLines(listed);
    later(listed, patients.get(0), patients.get(patients.size() - 1));
    Path met = nights.inbox().resolve("pv_kontakt/2026.csv");
    List<String> contacts = Files.readAllLines(met);
    String inUmea =
        contacts.stream().filter(row -> row.contains(";HC2480-")).findFirst().orElseThrow();
    later(met, contacts.get(0), "ANOTHER" + inUmea);
  }

  private static void later(Path delivered, String... lines) throws IOException {
    Files.write(
        delivered.resolveSibling("later.csv"), List.of(lines), StandardOpenOption.CREATE_NEW);
  }

  Release release() {
    return Nights.wholeRelease(folder);
  }

  /** A reader of the installation has what it had in the evening, whole. */
  void assertThatTheOldReleaseStands(Path installation) {
    assertThat(Nights.wholeRelease(installation).id()).isEqualTo(release().id());
  }

  void assertThatTheNextNightPutsEverythingRight(Path installation) throws Exception {
    assertThat(nights.run(installation)).isZero();
    assertThat(Nights.contents(installation)).isEqualTo(undisturbed);
    assertThat(installation.resolve("published").toFile().list())
        .noneMatch(name -> name.startsWith("."));
  }
}
