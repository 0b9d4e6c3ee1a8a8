package se.jamlik.pipeline.conform;

import se.jamlik.pipeline.vocabulary.ColumnDefinition;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/** Values that keep the contract, for the columns that a test does not speak of. */
final class GoodRows {
  private GoodRows() {}

  /** A good value of a required column; nothing in another. */
  static String value(TableDefinition table, String delivered) {
    ColumnDefinition column =
        table.columns().stream()
            .filter(known -> known.delivered().equals(delivered))
            .findFirst()
            .orElseThrow();
    if (delivered.equals("start")) {
      return "2024-01-01"; // an end needs something to come before
    }
    if (!column.isRequired()) {
      return "";
    }
    if (!column.values().isEmpty()) {
      return column.values().get(0);
    }
    return switch (column.type()) {
      case INT -> delivered.equals("fodelsear") ? "1950" : "2024";
      case DECIMAL -> "1.5";
      case DATE, DEATH_DATE -> "2024-01-01";
      case MONTH -> "2024-01";
      case MUNICIPALITY -> "2480";
      case ICD10 -> "I10";
      case ATC -> "C07AB02";
      case PSEUDONYM, IDENTIFIER, TEXT, WORD -> "x";
    };
  }
}
