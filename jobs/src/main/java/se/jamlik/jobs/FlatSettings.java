package se.jamlik.jobs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/** The values of a YAML file by their whole keys, however its groups are written. */
record FlatSettings(Map<String, Object> values, SettingProblems problems) {

  /** The values of a file, in alphabetical order; a key without a value is as one left out. */
  static Map<String, Object> read(Path file, SettingProblems problems) {
    FlatSettings flat = new FlatSettings(new TreeMap<>(), problems);
    flat.add("", load(file));
    return flat.values();
  }

  private void add(String key, @Nullable Object value) {
    if (value instanceof Map<?, ?> group) {
      group.forEach((inner, held) -> add(key.isEmpty() ? "" + inner : key + "." + inner, held));
    } else if (value != null && values.put(key, value) != null) {
      problems.about(key, "given twice (expected once)");
    }
  }

  private static Map<?, ?> load(Path file) {
    try {
      LoaderOptions options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      Object loaded =
          new Yaml(new SafeConstructor(options))
              .load(Files.readString(file, StandardCharsets.UTF_8));
      if (loaded != null && !(loaded instanceof Map)) {
        throw new UserError(ExitCode.SETTINGS, unreadable(file, "it holds no keys with values"));
      }
      return loaded instanceof Map<?, ?> groups ? groups : Map.of();
    } catch (NoSuchFileException e) {
      throw new UserError(
          ExitCode.SETTINGS, "Cannot read settings: there is no file %s.".formatted(file), e);
    } catch (DuplicateKeyException e) {
      throw new UserError(
          ExitCode.SETTINGS,
          unreadable(file, "a key stands twice in one group" + line(e.getProblemMark())),
          e);
    } catch (MarkedYAMLException e) {
      throw new UserError(
          ExitCode.SETTINGS,
          unreadable(file, "it is no YAML file in UTF-8" + line(e.getProblemMark())),
          e);
    } catch (IOException | YAMLException e) {
      throw new UserError(ExitCode.SETTINGS, unreadable(file, "it is no YAML file in UTF-8"), e);
    }
  }

  private static String unreadable(Path file, String why) {
    return "Cannot read settings %s: %s.".formatted(file.getFileName(), why);
  }

  private static String line(@Nullable Mark mark) {
    return mark == null ? "" : " (line %d)".formatted(mark.getLine() + 1);
  }
}
