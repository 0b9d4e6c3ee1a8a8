package se.jamlik.jobs;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/** What is wrong with the settings of a file, a line each: all of it is told at once. */
final class SettingProblems {
  private static final int LONGEST = 60;

  private final List<String> lines = new ArrayList<>();

  /** A value that its key cannot have. */
  void wrong(String key, String expected, @Nullable Object found) {
    lines.add("%s: expected %s, found %s".formatted(key, expected, inWords(found)));
  }

  /** A key that there is not, and those that there are in its place. */
  void unknown(String key, List<String> known) {
    lines.add("%s: no such setting (expected one of %s)".formatted(key, String.join(", ", known)));
  }

  /** Anything else, by the key that it is about. */
  void about(String key, String problem) {
    lines.add(key + ": " + problem);
  }

  /** Ends the program where there are any. */
  void refuse(Path file) {
    if (!lines.isEmpty()) {
      throw new UserError(
          ExitCode.SETTINGS,
          "Cannot use settings %s: %d problems.%n%s"
              .formatted(file.getFileName(), lines.size(), String.join("\n", lines)));
    }
  }

  /** As the file has it, but for what is too long for a line. */
  private static String inWords(@Nullable Object found) {
    if (found == null) {
      return "nothing";
    }
    if (found instanceof Map<?, ?>) {
      return "a group of keys";
    }
    if (found instanceof List<?> list) {
      return shortened(
          list.stream().map(SettingProblems::element).collect(Collectors.joining(", ", "[", "]")));
    }
    return found instanceof String text ? "'" + shortened(masked(text)) + "'" : element(found);
  }

  private static String element(@Nullable Object value) {
    if (value instanceof Date day) {
      return DateTimeFormatter.ISO_LOCAL_DATE.format(day.toInstant().atZone(ZoneOffset.UTC));
    }
    return value instanceof Map<?, ?> ? "a group of keys" : masked(String.valueOf(value));
  }

  /** An address may hold a password before its host. */
  private static String masked(String text) {
    return text.replaceAll("://[^/]*@", "://…@");
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
