package se.jamlik.pipeline.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * What has been decided for a project that gets rows of persons.
 *
 * @param name of the project, by which its pseudonyms are made: letters, digits and hyphens
 * @param decisionNumber of the decision to give out the data
 * @param legalBasis by which they may be used
 * @param purpose for which they may be used
 * @param columns of the file beside pseudonym and period
 * @param population condition in SQL over the columns of the installation's rows
 * @param expiresOn the last day on which an extract may be made
 * @param age how ages are given
 * @param format of the file
 */
public record ExtractProject(
    String name,
    String decisionNumber,
    String legalBasis,
    String purpose,
    List<String> columns,
    String population,
    LocalDate expiresOn,
    Age age,
    Format format) {
  /** How ages are given. */
  public enum Age {
    /** The groups that reports show. */
    BANDS,
    /** Completed years, when the decision says so. */
    EXACT
  }

  /** How the file is written. */
  public enum Format {
    PARQUET,
    CSV
  }

  public ExtractProject {
    columns = List.copyOf(columns);
  }

  /** Reads a project from a YAML file; all problems are told at once. */
  public static ExtractProject read(Path file) {
    return new Reader(file).project();
  }

  private static final class Reader {
    private final Path file;
    private final Map<String, Object> values = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private Reader(Path file) {
      this.file = file;
    }

    private ExtractProject project() {
      load();
      ExtractProject project =
          new ExtractProject(
              matching("name", "[A-Za-z0-9][A-Za-z0-9-]{0,63}", "letters, digits and hyphens"),
              text("decision-number"),
              text("legal-basis"),
              text("purpose"),
              columns(),
              text("population"),
              day("expires-on"),
              Age.valueOf(choice("age", "bands", "bands", "exact")),
              Format.valueOf(choice("format", "parquet", "parquet", "csv")));
      values.keySet().stream().sorted().forEach(key -> problems.add(key + ": no such key"));
      if (!problems.isEmpty()) {
        throw new UserError(
            ExitCode.SETTINGS,
            "Cannot use project %s: %d problems.%n%s"
                .formatted(file.getFileName(), problems.size(), String.join("\n", problems)));
      }
      return project;
    }

    private void load() {
      try {
        LoaderOptions options = new LoaderOptions();
        Object loaded =
            new Yaml(
                    new SafeConstructor(options),
                    new Representer(new DumperOptions()),
                    new DumperOptions(),
                    options,
                    new PlainDays())
                .load(Files.readString(file, StandardCharsets.UTF_8));
        if (loaded instanceof Map<?, ?> map) {
          map.forEach((key, value) -> values.put(String.valueOf(key), value));
        }
      } catch (IOException | YAMLException e) {
        throw new UserError(
            ExitCode.SETTINGS,
            "Cannot read project %s: it is no YAML file in UTF-8 (expected one with the keys of the decision). Check --project."
                .formatted(file.getFileName()),
            e);
      }
    }

    private String text(String key) {
      Object value = values.remove(key);
      if (value == null || value.toString().isBlank()) {
        problems.add(key + ": is missing");
        return "";
      }
      return value.toString().strip();
    }

    private String matching(String key, String pattern, String expected) {
      String text = text(key);
      if (!text.isEmpty() && !text.matches(pattern)) {
        problems.add(key + ": expected " + expected);
      }
      return text;
    }

    private List<String> columns() {
      Object value = values.remove("columns");
      if (value instanceof List<?> list
          && !list.isEmpty()
          && list.stream().distinct().count() == list.size()) {
        return list.stream().map(String::valueOf).toList();
      }
      problems.add("columns: expected a list of different columns");
      return List.of();
    }

    private LocalDate day(String key) {
      String text = text(key);
      try {
        return text.isEmpty() ? LocalDate.MIN : LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        problems.add(key + ": expected a day as 2027-12-31");
        return LocalDate.MIN;
      }
    }

    private String choice(String key, String byDefault, String one, String other) {
      Object value = values.remove(key);
      String text = value == null ? byDefault : value.toString();
      if (!text.equals(one) && !text.equals(other)) {
        problems.add("%s: expected %s or %s".formatted(key, one, other));
        text = byDefault;
      }
      return text.toUpperCase(Locale.ROOT);
    }
  }

  /** Leaves days as they are written. */
  private static final class PlainDays extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, BOOL, "yYnNtTfFoO");
      addImplicitResolver(Tag.NULL, NULL, "~nN\0");
    }
  }
}
