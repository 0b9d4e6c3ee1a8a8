package se.jamlik.reports;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The reports of the invented releases, written once for all tests of a process that only read
 * them. They stay under {@code target}, for those who want to look at them.
 */
final class WrittenReports {

  /** Several processes test side by side. */
  private static final Path FOLDER =
      Path.of("target/invented", String.valueOf(ProcessHandle.current().pid()));

  /** A release with values. */
  static final Path RELEASE =
      InventedMorbidity.addTo(InventedRelease.write(FOLDER.resolve("release")));

  private static final Path SHOWN = written(RELEASE, "reports");
  private static final Path HIDDEN =
      written(
          InventedMorbidity.addSuppressedTo(
              InventedRelease.writeSuppressed(FOLDER.resolve("suppressed"))),
          "reports-of-hidden-cells");

  private WrittenReports() {}

  /** In both languages. */
  static Path folder() {
    return SHOWN;
  }

  /** In Swedish, of the place with this name in files. */
  static Path about(String place) {
    return SHOWN.resolve(place + ".pdf");
  }

  static Path inEnglishAbout(String place) {
    return SHOWN.resolve(place + ".en.pdf");
  }

  /** In Swedish, from a release in which every cell is suppressed. */
  static Path withoutValuesAbout(String place) {
    return HIDDEN.resolve(place + ".pdf");
  }

  /** The whole, a large and a very small municipality, and two reports without a single value. */
  static List<Path> files(Language language, String ending) {
    String end = (language == Language.SV ? "" : "." + language.suffix()) + ending;
    return Stream.concat(
            Stream.of("umearegionen", "umea", "bjurholm").map(name -> SHOWN.resolve(name + end)),
            Stream.of("umearegionen", "bjurholm").map(name -> HIDDEN.resolve(name + end)))
        .toList();
  }

  static List<Path> files(String ending) {
    return Stream.of(Language.values())
        .flatMap(language -> files(language, ending).stream())
        .toList();
  }

  /** What is told in another language is laid out by the same rules: of English, each kind once. */
  static List<Path> someOfEachKind(String ending) {
    String english = "." + Language.EN.suffix() + ending;
    return Stream.concat(
            files(Language.SV, ending).stream(),
            Stream.of(
                SHOWN.resolve("umearegionen" + english), HIDDEN.resolve("bjurholm" + english)))
        .toList();
  }

  private static Path written(Path release, String folder) {
    Path to = FOLDER.resolve(folder);
    for (Language language : Language.values()) {
      Reports.write(release, to, language);
    }
    return to;
  }
}
