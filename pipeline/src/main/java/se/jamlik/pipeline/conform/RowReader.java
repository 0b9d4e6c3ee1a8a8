package se.jamlik.pipeline.conform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.adapt.Header;
import se.jamlik.pipeline.adapt.Header.Slot;
import se.jamlik.pipeline.vocabulary.ColumnDefinition;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/**
 * Reads the fields of one row into the columns of the contract, or says why the row breaks it. One
 * reader serves one task; its values are those of the row read last.
 */
final class RowReader {
  private static final int LONGEST_PSEUDONYM = 64;

  private final TableDefinition table;
  private final ColumnDefinition[] columns;
  private final Set<?>[] closed;
  private final @Nullable Slot[] slots;
  private final @Nullable Object[] values;
  private final List<List<@Nullable String>> lists = new ArrayList<>();
  private final int[] from;
  private final int[] to;
  private final int[][] ordered;
  private String precision = "day";

  RowReader(TableDefinition table, Header header) {
    this.table = table;
    this.columns = table.columns().toArray(ColumnDefinition[]::new);
    this.values = new @Nullable Object[columns.length];
    this.closed =
        Arrays.stream(columns)
            .map(column -> column.isClosed() ? Set.copyOf(column.values()) : Set.of())
            .toArray(Set<?>[]::new);
    this.slots = header.slots(table).stream().map(slot -> slot.orElse(null)).toArray(Slot[]::new);
    this.from = new int[columns.length];
    this.to = new int[columns.length];
    for (int column = 0; column < columns.length; column++) {
      lists.add(new ArrayList<>());
      limits(column);
    }
    this.ordered =
        table.ordered().stream()
            .map(pair -> new int[] {place(pair.get(0)), place(pair.get(1))})
            .toArray(int[][]::new);
  }

  /** The value of a column: null, a number, a text, or a list of texts. */
  @Nullable Object value(int column) {
    return columns[column].isList() ? lists.get(column) : values[column];
  }

  /** How much is known of the day of death that was read last. */
  String precision() {
    return precision;
  }

  /** Forgets the row before; fields follow in the order of the header. */
  void start() {
    Arrays.fill(values, null);
    for (int column = 0; column < columns.length; column++) {
      if (columns[column].isList()) {
        lists.get(column).clear();
      }
    }
    precision = "day";
  }

  /** Takes the field of a delivered column; a reason when it breaks the contract. */
  Optional<String> take(int place, @Nullable String field) {
    Slot slot = slots[place];
    String text = slot == null ? null : Values.known(field);
    if (slot == null || text == null) {
      return Optional.empty();
    }
    ColumnDefinition column = columns[slot.column()];
    Object value = typed(column, text);
    if (value == Values.UNREADABLE) {
      return unreadable(place);
    }
    if (column.isClosed() && !closed[slot.column()].contains(String.valueOf(value))) {
      return Optional.of("column '%s' is outside its list".formatted(column.delivered()));
    }
    if (column.isList()) {
      List<@Nullable String> list = lists.get(slot.column());
      while (list.size() <= slot.place()) {
        list.add(null);
      }
      list.set(slot.place(), (String) value);
    } else {
      values[slot.column()] = value;
    }
    return Optional.empty();
  }

  /** The reason when the field of a delivered column is no value of its type. */
  Optional<String> unreadable(int place) {
    return Optional.ofNullable(slots[place])
        .map(slot -> columns[slot.column()])
        .map(
            column ->
                "column '%s' cannot be read as %s"
                    .formatted(column.delivered(), Reasons.expected(column.type())));
  }

  /** What is wrong with the row as a whole, once all its fields have been taken. */
  Optional<String> end() {
    for (int column = 0; column < columns.length; column++) {
      Object value = values[column];
      if (value == null) {
        if (columns[column].isRequired()) {
          return Optional.of(
              "required column '%s' is empty".formatted(columns[column].delivered()));
        }
      } else if (isOutside(column, value)) {
        return Optional.of(
            "column '%s' is outside its limits".formatted(columns[column].delivered()));
      }
    }
    for (int[] pair : ordered) {
      if (values[pair[0]] instanceof Integer first
          && values[pair[1]] instanceof Integer second
          && second < first) {
        return Optional.of(
            "'%s' is before '%s'"
                .formatted(columns[pair[1]].delivered(), columns[pair[0]].delivered()));
      }
    }
    return Optional.empty();
  }

  private Object typed(ColumnDefinition column, String text) {
    return switch (column.type()) {
      case PSEUDONYM ->
          RowSchema.isPerson(column) && text.codePointCount(0, text.length()) > LONGEST_PSEUDONYM
              ? Values.UNREADABLE
              : text;
      case IDENTIFIER, TEXT -> text;
      case INT -> Values.whole(text);
      case DECIMAL -> Values.decimal(text);
      case DATE -> Values.date(text);
      case DEATH_DATE -> {
        precision = Values.precision(text);
        yield Values.deathDate(text);
      }
      case MONTH -> Values.month(text);
      case MUNICIPALITY -> Values.municipality(text);
      case ICD10 -> Values.icd10(text);
      case WORD, ATC -> Values.upper(text);
    };
  }

  private boolean isOutside(int column, Object value) {
    if (!(value instanceof Integer number) || columns[column].isList()) {
      return false;
    }
    int most =
        to[column] < 0
            ? values[-to[column] - 1] instanceof Integer other ? other : Integer.MAX_VALUE
            : to[column];
    return number < from[column] || number > most;
  }

  /** A limit that is another column is kept as that column's place from 1, below 0. */
  private void limits(int column) {
    Integer least = columns[column].from();
    String most = columns[column].to();
    from[column] = least == null ? Integer.MIN_VALUE : least;
    if (most == null) {
      to[column] = Integer.MAX_VALUE;
    } else {
      to[column] = Character.isDigit(most.charAt(0)) ? Integer.parseInt(most) : -place(most) - 1;
    }
  }

  private int place(String name) {
    for (int column = 0; column < columns.length; column++) {
      if (columns[column].name().equals(name)) {
        return column;
      }
    }
    throw new IllegalArgumentException("No column %s in %s".formatted(name, table.table()));
  }
}
