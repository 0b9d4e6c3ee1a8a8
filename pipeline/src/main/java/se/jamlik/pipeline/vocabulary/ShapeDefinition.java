package se.jamlik.pipeline.vocabulary;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Another shape than the contract's own in which deliveries may come: how its files are read, what
 * joins them, and the SQL that makes rows of the contract's tables of them.
 *
 * @param shape its name, which is also the name of its folder in the inbox
 * @param title what it is, with its version
 * @param tables its files, read by the same rules as those of the contract; a table comes after
 *     those that its references name
 * @param concepts the numbers of the shape that stand for a word of ours
 * @param references rows that a row must find
 * @param views what several fills share, each seeing those before it
 * @param fills the tables of the contract that it fills
 */
public record ShapeDefinition(
    String shape,
    String title,
    List<TableDefinition> tables,
    List<Concept> concepts,
    List<Reference> references,
    List<View> views,
    List<Fill> fills) {

  /** Status of a number that was read in its source together with its name. */
  private static final String READ = "read";

  /**
   * A number of the shape's vocabulary. A closed column without values takes the numbers of its
   * field, so that any other number quarantines the row.
   *
   * @param field the column, by its name in deliveries, that holds the number
   * @param becomes the word that the SQL knows it by
   * @param source where it was read
   * @param status how sure it is
   */
  public record Concept(
      String field, int concept, String name, String becomes, String source, String status)
      implements Serializable {}

  /**
   * A row of {@code table} must find the row of {@code to} in which these columns have the same
   * values.
   */
  public record Reference(String table, List<String> columns, String to) {
    public Reference {
      columns = List.copyOf(columns);
    }
  }

  /** The rows of a query under a name. */
  public record View(String name, String rows) {}

  /**
   * What becomes rows of a table of the contract.
   *
   * @param table the contract's name
   * @param from the table of the shape whose lines these rows stand on
   * @param rows SQL that gives our columns of the table, {@code delivery} and {@code line}; a
   *     column that it lacks is without a value. A row with {@code is_beside} is a second row of a
   *     line that another fill accounts for.
   */
  public record Fill(String table, String from, String rows) {}

  public ShapeDefinition {
    List<Concept> known = List.copyOf(concepts);
    concepts = known;
    tables = tables.stream().map(table -> withConcepts(table, known)).toList();
    references = List.copyOf(references);
    views = List.copyOf(views);
    fills = List.copyOf(fills);
  }

  /** A table of the shape. */
  public Optional<TableDefinition> table(String name) {
    return tables.stream().filter(table -> table.table().equals(name)).findFirst();
  }

  /** The numbers whose name has not been read in a source. */
  public List<Integer> unverified() {
    return concepts.stream()
        .filter(known -> !known.status().equals(READ))
        .map(Concept::concept)
        .toList();
  }

  /** Whether each line of the table becomes a row of the contract by itself. */
  public boolean isFilledFrom(String table) {
    return fills.stream().anyMatch(fill -> fill.from().equals(table));
  }

  private static TableDefinition withConcepts(TableDefinition table, List<Concept> concepts) {
    return new TableDefinition(
        table.table(),
        table.becomes(),
        table.deliverer(),
        table.isRequired(),
        table.isHappening(),
        table.key(),
        table.event(),
        table.ordered(),
        table.columns().stream().map(column -> withConcepts(column, concepts)).toList());
  }

  private static ColumnDefinition withConcepts(ColumnDefinition column, List<Concept> concepts) {
    if (!column.isClosed() || !column.values().isEmpty()) {
      return column;
    }
    return new ColumnDefinition(
        column.delivered(),
        column.name(),
        column.type(),
        column.isRequired(),
        column.isList(),
        concepts.stream()
            .filter(concept -> concept.field().equals(column.delivered()))
            .map(concept -> String.valueOf(concept.concept()))
            .toList(),
        true,
        column.from(),
        column.to(),
        column.meaning());
  }
}
