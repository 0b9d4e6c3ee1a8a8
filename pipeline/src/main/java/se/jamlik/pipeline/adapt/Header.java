package se.jamlik.pipeline.adapt;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.jamlik.pipeline.vocabulary.ColumnDefinition;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/**
 * The columns of one delivered file.
 *
 * @param names in the file's order, in lower case
 */
public record Header(List<String> names) implements Serializable {
  private static final Pattern NUMBERED = Pattern.compile("(.*?)([1-9][0-9]{0,5})");

  /** Where a delivered column goes: the contract's column and, in a list, the place from 0. */
  public record Slot(int column, int place) implements Serializable {}

  public Header {
    names = List.copyOf(names);
  }

  static Header ofNames(List<String> delivered) {
    return new Header(delivered.stream().map(Header::plain).toList());
  }

  /** Reads a header line; the delimiter is the one most frequent in it. */
  static Header ofLine(String line, char delimiter) {
    Fields fields = new Fields(delimiter, line.length() + 1);
    int count = fields.split(line);
    List<String> names = new ArrayList<>();
    for (int place = 0; place < count; place++) {
      names.add(fields.value(place));
    }
    return ofNames(names);
  }

  static char delimiterOf(String line) {
    char best = ';';
    for (char candidate : new char[] {',', '\t'}) {
      if (count(line, candidate) > count(line, best)) {
        best = candidate;
      }
    }
    return best;
  }

  /** The slot of each delivered column; empty where the contract does not know it. */
  public List<Optional<Slot>> slots(TableDefinition table) {
    return names.stream().map(name -> slot(name, table)).toList();
  }

  public List<String> unknown(TableDefinition table) {
    return names.stream().filter(name -> slot(name, table).isEmpty()).toList();
  }

  boolean isKnown(String name, TableDefinition table) {
    return slot(name, table).isPresent();
  }

  List<String> missing(TableDefinition table) {
    return table.columns().stream()
        .filter(ColumnDefinition::isRequired)
        .map(ColumnDefinition::delivered)
        .filter(name -> !names.contains(name))
        .toList();
  }

  List<String> repeated() {
    Set<String> once = new HashSet<>();
    return names.stream().filter(name -> !once.add(name)).distinct().toList();
  }

  private static Optional<Slot> slot(String name, TableDefinition table) {
    Matcher numbered = NUMBERED.matcher(name);
    boolean isNumbered = numbered.matches();
    for (int column = 0; column < table.columns().size(); column++) {
      ColumnDefinition known = table.columns().get(column);
      if (known.delivered().equals(name)) {
        return Optional.of(new Slot(column, 0));
      }
      if (known.isList() && isNumbered && known.delivered().equals(numbered.group(1) + "{n}")) {
        int number = Integer.parseInt(numbered.group(2));
        return known.to() == null || number <= Integer.parseInt(known.to())
            ? Optional.of(new Slot(column, number - 1))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static String plain(String delivered) {
    String name = Normalizer.normalize(delivered, Normalizer.Form.NFC).strip();
    return name.toLowerCase(Locale.ROOT);
  }

  private static long count(String line, char character) {
    return line.chars().filter(c -> c == character).count();
  }
}
