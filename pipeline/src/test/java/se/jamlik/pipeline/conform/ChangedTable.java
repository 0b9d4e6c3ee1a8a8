package se.jamlik.pipeline.conform;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import se.jamlik.pipeline.vocabulary.ColumnDefinition;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/** The definitions with one table read by another rule. */
final class ChangedTable {
  private ChangedTable() {}

  /** Rows of the table need a value in this column too, by the contract's names. */
  static Definitions withRequired(Definitions definitions, String table, String delivered) {
    return new Definitions(
        changed(
            definitions.tables(),
            each -> each.table().equals(table) ? with(each, delivered) : each),
        definitions.shapes(),
        definitions.codeLists(),
        definitions.derived(),
        definitions.facts(),
        definitions.combined(),
        definitions.indicators(),
        definitions.quality(),
        definitions.version());
  }

  private static TableDefinition with(TableDefinition table, String delivered) {
    return new TableDefinition(
        table.table(),
        table.becomes(),
        table.deliverer(),
        table.isRequired(),
        table.isHappening(),
        table.key(),
        table.event(),
        table.ordered(),
        changed(
            table.columns(),
            column -> column.delivered().equals(delivered) ? required(column) : column));
  }

  private static ColumnDefinition required(ColumnDefinition column) {
    return new ColumnDefinition(
        column.delivered(),
        column.name(),
        column.type(),
        true,
        column.isList(),
        column.values(),
        column.isClosed(),
        column.from(),
        column.to(),
        column.meaning());
  }

  private static <T> List<T> changed(List<T> all, UnaryOperator<T> change) {
    return all.stream().map(change).collect(Collectors.toList());
  }
}
