package se.jamlik.pipeline.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * What every table and column of a release means, in English and Swedish. The comments in the
 * database and the data package are made from it.
 *
 * @param columns meanings shared by all tables that have a column of the name
 * @param tables the tables, with the columns that mean something of their own there
 */
record DataDictionary(Map<String, Meaning> columns, Map<String, Table> tables) {
  private static final String RESOURCE = "/release/dictionary.yaml";

  /** A short meaning in two languages. */
  record Meaning(String en, String sv) {
    String inBoth() {
      return en + " | " + sv;
    }
  }

  /** A table's own meaning, its key where it has one, and the columns that are special to it. */
  record Table(String en, String sv, List<String> key, Map<String, Meaning> columns) {
    Table {
      key = key == null ? List.of() : List.copyOf(key);
      columns = columns == null ? Map.of() : Map.copyOf(columns);
    }

    Meaning meaning() {
      return new Meaning(en, sv);
    }
  }

  static DataDictionary read() {
    try (InputStream in =
        Objects.requireNonNull(DataDictionary.class.getResourceAsStream(RESOURCE))) {
      return Json.convert(
          new Yaml(new SafeConstructor(new LoaderOptions())).load(in), DataDictionary.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Meaning table(String table) {
    return known(table).meaning();
  }

  List<String> key(String table) {
    return known(table).key();
  }

  Meaning column(String table, String column) {
    Meaning meaning = find(table, column);
    if (meaning == null) {
      throw new IllegalStateException("No meaning of %s.%s".formatted(table, column));
    }
    return meaning;
  }

  /**
   * Stops a release that holds what nobody has explained.
   *
   * @throws IllegalStateException naming every table and column without a meaning
   */
  void requireMeanings(List<ReleaseTable> released) {
    List<String> missing =
        released.stream()
            .flatMap(
                table ->
                    tables.containsKey(table.name())
                        ? table.columns().stream()
                            .filter(column -> find(table.name(), column) == null)
                            .map(column -> table.name() + "." + column)
                        : Stream.of(table.name()))
            .toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "Not in %s: %s".formatted(RESOURCE, String.join(", ", missing)));
    }
  }

  private Table known(String table) {
    Table known = tables.get(table);
    if (known == null) {
      throw new IllegalStateException("No meaning of " + table);
    }
    return known;
  }

  private @Nullable Meaning find(String table, String column) {
    Meaning own = known(table).columns().get(column);
    return own == null ? columns.get(column) : own;
  }
}
