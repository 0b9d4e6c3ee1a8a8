package se.jamlik.pipeline.publish;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Names and texts as DuckDB's SQL writes them. */
final class Sql {
  private Sql() {}

  /** A name of a table or column; some, such as {@code group}, are words of SQL. */
  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String names(List<String> names) {
    return names.stream().map(Sql::name).collect(Collectors.joining(", "));
  }

  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  static String text(Path path) {
    return text(path.toAbsolutePath().normalize().toString());
  }
}
