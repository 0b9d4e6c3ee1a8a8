package se.jamlik.jobs.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows drawn in a test: raw as they would be delivered, or typed. */
final class Drawn {
  private Drawn() {}

  /** A raw row of column and value in turn; a value of null leaves the column out. */
  static Map<String, String> row(String... columnsAndValues) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int index = 0; index < columnsAndValues.length; index += 2) {
      if (columnsAndValues[index + 1] != null) {
        row.put(columnsAndValues[index], columnsAndValues[index + 1]);
      }
    }
    return row;
  }

  static List<ReferenceRow> typed(String table, List<Map<String, String>> rows) {
    List<ReferenceRow> typed = new ArrayList<>();
    for (Map<String, String> row : rows) {
      try {
        typed.add(ReferenceConform.row(ReferenceTable.all().get(table), row));
      } catch (ReferenceConform.Broken broken) {
        throw new IllegalArgumentException(row.toString(), broken);
      }
    }
    return typed;
  }
}
