package se.jamlik.jobs.synthesise;

import java.util.ArrayList;
import java.util.List;

/** One row of a table on its way into a faulty file. */
record Cells(Table table, List<Table.Column> columns, List<String> values) {

  boolean has(String column) {
    return index(column) >= 0;
  }

  /** The cell's text; empty when it is null or the table lacks the column. */
  String at(String column) {
    int index = index(column);
    return index < 0 ? "" : values.get(index);
  }

  boolean isKnown(String column) {
    return !at(column).isEmpty();
  }

  Cells with(String column, String value) {
    List<String> changed = new ArrayList<>(values);
    changed.set(index(column), value);
    return new Cells(table, columns, changed);
  }

  Cells withOneMore() {
    List<String> longer = new ArrayList<>(values);
    longer.add("x");
    return new Cells(table, columns, longer);
  }

  Cells withOneLess() {
    return new Cells(table, columns, values.subList(0, values.size() - 1));
  }

  /** The name of the first date column, or an empty text. */
  String firstDate() {
    for (Table.Column column : columns) {
      if (column.type() == Table.Type.DATE) {
        return column.name();
      }
    }
    return "";
  }

  private int index(String name) {
    for (int index = 0; index < columns.size(); index++) {
      if (columns.get(index).name().equals(name)) {
        return index;
      }
    }
    return -1;
  }
}
