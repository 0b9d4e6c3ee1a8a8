package se.jamlik.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.jamlik.reports.Language;
import se.jamlik.reports.Logotype;

/**
 * Reads the settings of a logotype, and its file.
 *
 * @param folder that the file is sought from
 */
record LogotypeReader(Path folder, SettingProblems problems) {
  private static final String FILE = "logotype.file";
  private static final String ALTERNATIVE = "logotype.alternative";
  private static final int LARGEST = 1_000_000;

  /**
   * Takes them out of a report's own settings.
   *
   * @param prefix of the keys, as problems tell them
   */
  Optional<Logotype> logotype(String prefix, Map<String, Object> own) {
    Object alternative = alternative(own);
    Object file = own.remove(FILE);
    if (file == null) {
      if (alternative != null) {
        problems.wrong(prefix + FILE, "a PNG file beside its alternative", null);
      }
      return Optional.empty();
    }
    Map<Language, String> texts =
        new SettingElements(problems).byLanguage(prefix + ALTERNATIVE, alternative);
    if (texts.isEmpty()) {
      problems.wrong(prefix + ALTERNATIVE, "a text that tells what it shows", alternative);
    }
    Optional<Logotype> logotype = png(file.toString(), texts);
    if (logotype.isEmpty()) {
      problems.wrong(prefix + FILE, "a PNG file of at most one megabyte", file);
    }
    return logotype;
  }

  /** A text, or texts by language; the keys of a file are flattened, so that these are too. */
  private static @Nullable Object alternative(Map<String, Object> own) {
    Map<String, Object> byLanguage = new LinkedHashMap<>();
    List.copyOf(own.keySet()).stream()
        .filter(key -> key.startsWith(ALTERNATIVE + "."))
        .forEach(key -> byLanguage.put(key.substring(ALTERNATIVE.length() + 1), own.remove(key)));
    Object told = own.remove(ALTERNATIVE);
    return told == null && !byLanguage.isEmpty() ? byLanguage : told;
  }

  private Optional<Logotype> png(String file, Map<Language, String> alternatives) {
    try {
      Path png = folder.resolve(file);
      return Files.size(png) > LARGEST
          ? Optional.empty()
          : Logotype.of(Files.readAllBytes(png), alternatives);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
