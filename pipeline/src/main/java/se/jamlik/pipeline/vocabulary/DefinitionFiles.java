package se.jamlik.pipeline.vocabulary;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the files under {@code definitions/}, in a folder or inside the jar. */
final class DefinitionFiles {
  private static final ObjectMapper RECORDS =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .build();

  private final Path root;
  private final List<String> problems = new ArrayList<>();

  private DefinitionFiles(Path root) {
    this.root = root;
  }

  /** The definitions that lie beside this class. */
  static Definitions read() {
    try {
      return read(
          Path.of(
              DefinitionFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The definitions of a program.
   *
   * @param program a folder, or a jar: its own entries for folders are not needed
   */
  static Definitions read(Path program) {
    if (Files.isDirectory(program)) {
      return new DefinitionFiles(program.resolve("definitions")).definitions();
    }
    try (FileSystem jar = FileSystems.newFileSystem(program)) {
      return new DefinitionFiles(jar.getPath("/definitions")).definitions();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Definitions definitions() {
    Map<String, String> tables = texts("tables", ".yaml");
    Map<String, String> shapes = texts("shapes", ".yaml");
    Map<String, String> codeLists = texts("codelists", ".csv");
    Map<String, String> derived = texts("derived", ".sql");
    Map<String, String> facts = texts("facts", ".sql");
    Map<String, String> combined = texts("combined", ".sql");
    Map<String, String> indicators = texts("indicators", ".yaml");
    Map<String, String> quality = texts("quality", ".yaml");
    Definitions definitions =
        new Definitions(
            records(tables, TableDefinition.class),
            records(shapes, ShapeDefinition.class),
            codeLists.entrySet().stream()
                .map(entry -> CodeListFile.read(entry.getKey(), entry.getValue()))
                .collect(Collectors.toMap(CodeList::id, Function.identity())),
            derived,
            facts,
            combined,
            records(indicators, IndicatorDefinition.class),
            records(quality, QualityRule.class),
            hash(
                Stream.of(tables, shapes, codeLists, derived, facts, combined, indicators, quality)
                    .flatMap(files -> files.entrySet().stream())
                    .map(entry -> entry.getKey() + "\n" + entry.getValue())
                    .collect(Collectors.joining("\n"))));
    problems.addAll(DefinitionProblems.of(definitions));
    if (!problems.isEmpty()) {
      throw new UserError(
          ExitCode.SETTINGS,
          "Cannot use the definitions: %d problems.%n%s"
              .formatted(problems.size(), String.join("\n", problems)));
    }
    return definitions;
  }

  private <T> List<T> records(Map<String, String> files, Class<T> type) {
    List<T> records = new ArrayList<>();
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    files.forEach(
        (name, text) -> {
          try {
            records.add(RECORDS.convertValue(yaml.load(text), type));
          } catch (IllegalArgumentException | YAMLException e) {
            problems.add(name + ": " + firstLine(e));
          }
        });
    return records;
  }

  private static String firstLine(Exception e) {
    Throwable cause = e.getCause() instanceof JacksonException ? e.getCause() : e;
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("unreadable");
  }

  /** The texts of a folder's files by their names without ending, in alphabetical order. */
  private Map<String, String> texts(String folder, String ending) {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(root.resolve(folder))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(ending)) {
          texts.put(name.substring(0, name.length() - ending.length()), Files.readString(file));
        }
      }
    } catch (NoSuchFileException e) {
      // Told below: a folder that is not there holds no files either.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (texts.isEmpty()) {
      problems.add("%s: no file *%s (expected one at least)".formatted(folder, ending));
    }
    return texts;
  }

  static String hash(String text) {
    return Sha256.of(text).substring(0, 12);
  }
}
