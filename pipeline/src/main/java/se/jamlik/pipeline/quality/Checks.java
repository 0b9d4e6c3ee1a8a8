package se.jamlik.pipeline.quality;

import static java.util.Objects.requireNonNullElse;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.ColumnDefinition;
import se.jamlik.pipeline.vocabulary.ColumnType;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.QualityRule;
import se.jamlik.pipeline.vocabulary.QualityRule.Counted;
import se.jamlik.pipeline.vocabulary.QualityRule.Level;
import se.jamlik.pipeline.vocabulary.QualityRule.Over;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/** Makes the some hundred checks of an installation from the kinds and the input contract. */
public final class Checks {
  private final Definitions definitions;

  private Checks(Definitions definitions) {
    this.definitions = definitions;
  }

  /** All checks, in the order of kind, table and column. */
  public static List<Check> of(Definitions definitions) {
    Checks checks = new Checks(definitions);
    return definitions.quality().stream().flatMap(checks::of).toList();
  }

  private Stream<Check> of(QualityRule rule) {
    Map<String, Check> byPlace = new LinkedHashMap<>();
    Stream.of(overColumns(rule), overTables(rule), inCases(rule))
        .flatMap(made -> made)
        // A case says more than the columns that the kind is made over.
        .forEach(check -> byPlace.put(check.table() + " " + check.column(), check));
    return byPlace.values().stream();
  }

  private Stream<Check> overColumns(QualityRule rule) {
    Over over = rule.over();
    return over == null
        ? Stream.of()
        : definitions.tables().stream()
            .flatMap(
                table ->
                    table.columns().stream()
                        .filter(over::holds)
                        .map(column -> check(rule, table, column, Map.of())));
  }

  /** Countings that need no column are made on every table that they can be made on. */
  private Stream<Check> overTables(QualityRule rule) {
    Predicate<TableDefinition> isMade = tablesOf(rule.counts());
    return rule.over() != null || !rule.cases().isEmpty()
        ? Stream.of()
        : definitions.tables().stream()
            .filter(isMade)
            .map(table -> check(rule, table, null, Map.of()));
  }

  private static Predicate<TableDefinition> tablesOf(Counted counted) {
    return switch (counted) {
      case REQUIRED_TABLE -> TableDefinition::isRequired;
      case UNLINKED_ROWS -> table -> table.event() != null;
      case ROWS_AFTER_AS_OF -> TableDefinition::isHappening;
      case CHANGED_MONTHS, UNUSUAL_FILE_MONTHS -> Checks::hasMonths;
      case OVERTAKEN_ROWS -> table -> !table.isKeyedByTheWholeRow();
      default -> table -> true;
    };
  }

  private static boolean hasMonths(TableDefinition table) {
    return Optional.ofNullable(table.event())
        .flatMap(table::column)
        .filter(event -> event.type() != ColumnType.INT)
        .isPresent();
  }

  private Stream<Check> inCases(QualityRule rule) {
    return rule.cases().stream()
        .map(
            where -> {
              TableDefinition table = definitions.table(String.valueOf(where.get("table")));
              Object column = where.get("column");
              return check(
                  rule,
                  table,
                  column == null ? null : table.column(column.toString()).orElseThrow(),
                  where);
            });
  }

  private Check check(
      QualityRule rule,
      TableDefinition table,
      @Nullable ColumnDefinition column,
      Map<String, Object> where) {
    Map<String, String> words = new HashMap<>();
    rule.numbers().forEach((word, value) -> words.put(word, value.toString()));
    where.forEach((word, value) -> words.put(word, value.toString()));
    words.put("key", key(table));
    if (column != null) {
      words.put("column", column.name());
      words.put("values", listed(column));
    }
    String list = words.get("code-list");
    if (list != null) {
      words.put("categories", categories(list));
    }
    return new Check(
        rule,
        table.table(),
        column == null ? Check.ALL : column.name(),
        column == null ? Check.ALL : column.delivered(),
        Level.valueOf(words.getOrDefault("level", rule.level().name()).toUpperCase(Locale.ROOT)),
        Double.parseDouble(
            requireNonNullElse(words.get("threshold"), Double.toString(rule.threshold()))),
        words);
  }

  /** The columns of the key, as those who deliver know them. */
  private static String key(TableDefinition table) {
    return table.key().stream()
        .map(name -> table.column(name).map(ColumnDefinition::delivered).orElse(name))
        .collect(Collectors.joining(", "));
  }

  private static String listed(ColumnDefinition column) {
    return String.join(
        ", ",
        column.type() == ColumnType.INT
            ? column.values()
            : column.values().stream().map(Checks::quoted).toList());
  }

  /** The categories of a list's codes; Spark looks a long list up in a hash set. */
  private String categories(String codeList) {
    return definitions.codeList(codeList).codes().stream()
        .map(code -> code.prefix().substring(0, Math.min(3, code.prefix().length())))
        .distinct()
        .sorted()
        .map(Checks::quoted)
        .collect(Collectors.joining(", "));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
