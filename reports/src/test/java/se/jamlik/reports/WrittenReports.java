package se.jamlik.reports;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The reports of the invented releases in every language that there are texts in, one folder for
 * each.
 */
record WrittenReports(Path folder) {

  /** A release with values, and one in which every cell is hidden. */
  static WrittenReports in(Path folder) {
    Path release = InventedRelease.write(folder.resolve("release"));
    Path suppressed = InventedRelease.writeSuppressed(folder.resolve("suppressed"));
    for (Language language : languages()) {
      Reports.write(release, folder.resolve("shown-" + language.suffix()), language);
      Reports.write(suppressed, folder.resolve("hidden-" + language.suffix()), language);
    }
    return new WrittenReports(folder);
  }

  static List<Language> languages() {
    return List.of(Language.values());
  }

  /** The whole, a large and a very small municipality, and two reports without a single value. */
  List<Path> files(Language language, String ending) {
    String ofLanguage = language == Language.SV ? "" : "." + language.suffix();
    return Stream.of(
            "shown-%s/umearegionen",
            "shown-%s/umea", "shown-%s/bjurholm", "hidden-%s/umearegionen", "hidden-%s/bjurholm")
        .map(name -> folder.resolve(name.formatted(language.suffix()) + ofLanguage + ending))
        .toList();
  }

  List<Path> files(String ending) {
    return languages().stream().flatMap(language -> files(language, ending).stream()).toList();
  }
}
