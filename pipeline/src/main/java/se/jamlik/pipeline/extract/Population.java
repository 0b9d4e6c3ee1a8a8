package se.jamlik.pipeline.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * Looks through a condition in SQL as DuckDB itself reads it, so that it can do nothing but compare
 * columns with constants: no other table, no function, no second statement.
 */
final class Population {
  private static final Set<String> ALLOWED =
      Set.of(
          "COLUMN_REF",
          "CONSTANT",
          "COMPARISON",
          "CONJUNCTION",
          "OPERATOR",
          "BETWEEN",
          "CASE",
          "CAST");

  private static final String WITHOUT = "select 1 from " + PersonRows.ROWS;
  private static final String WHERE = "where_clause";

  private Population() {}

  /** Refuses a condition that is more than a condition over these columns. */
  static void refuseOthers(String condition, Set<String> columns, PersonRows rows) {
    JsonNode with = tree(WITHOUT + " where (" + condition + ")", rows);
    JsonNode where = with.at("/statements/0/node/" + WHERE);
    TreeSet<String> problems = new TreeSet<>();
    if (where.isMissingNode()
        || where.isNull()
        || !withoutWhere(with).equals(withoutWhere(tree(WITHOUT, rows)))) {
      problems.add("it is no condition");
    } else {
      look(where, columns, problems);
    }
    if (!problems.isEmpty()) {
      throw new UserError(
          ExitCode.SETTINGS,
          "Cannot use the population of the project: %s (expected comparisons of columns with constants, joined by and, or, not). Write it anew."
              .formatted(String.join(", ", problems)));
    }
  }

  private static void look(JsonNode node, Set<String> columns, Set<String> problems) {
    String kind = node.path("class").asText("");
    boolean isSign =
        kind.equals("FUNCTION") && node.path("function_name").asText("").matches("[-+*/%~!]+");
    if (!kind.isEmpty() && !isSign && !ALLOWED.contains(kind)) {
      problems.add("it holds a " + kind.toLowerCase(Locale.ROOT));
    }
    if (kind.equals("COLUMN_REF")) {
      JsonNode names = node.path("column_names");
      String name = names.path(0).asText();
      if (names.size() != 1 || !columns.contains(name)) {
        problems.add("there is no column '%s' to ask for".formatted(name));
      }
    }
    node.forEach(inner -> look(inner, columns, problems));
  }

  /** What DuckDB reads, without the places in the text. */
  private static JsonNode tree(String sql, PersonRows rows) {
    try {
      JsonNode tree =
          JsonMapper.builder()
              .build()
              .readTree(rows.text("select json_serialize_sql(?::varchar)", List.of(sql)));
      tree.findParents("query_location")
          .forEach(parent -> ((ObjectNode) parent).remove("query_location"));
      return tree;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode withoutWhere(JsonNode tree) {
    JsonNode copy = tree.deepCopy();
    if (copy.at("/statements/0/node") instanceof ObjectNode node) {
      node.remove(WHERE);
    }
    return copy;
  }
}
