package se.jamlik.reports.page;

import java.util.List;
import java.util.Optional;

/**
 * A part of a chapter that stays together on a page: its heading says what the figure shows. Empty
 * lists leave no trace.
 */
public record Section(
    String heading,
    List<String> paragraphs,
    List<Item> items,
    List<Figure> figures,
    List<Table> tables,
    List<String> meanings,
    List<String> codes) {

  /** Text alone may flow over to the next page; a figure stays with its table. */
  public String css() {
    return figures.isEmpty() && tables.isEmpty() ? "section flowing" : "section";
  }

  /** A narrow figure has its table at its side. */
  public boolean isSideBySide() {
    return figures.stream().anyMatch(figure -> figure.width() < Figure.FULL);
  }

  /** A point of a list that starts with a few words in bold. */
  public record Item(String lead, String body) {}

  public static Section of(String finding, Figure figure, Table table, Optional<String> meaning) {
    return new Section(
        finding,
        List.of(),
        List.of(),
        List.of(figure),
        List.of(table),
        meaning.stream().toList(),
        List.of());
  }

  public static Section of(String finding, Table table, Optional<String> meaning) {
    return new Section(
        finding,
        List.of(),
        List.of(),
        List.of(),
        List.of(table),
        meaning.stream().toList(),
        List.of());
  }

  public static Section text(String heading, String... paragraphs) {
    return new Section(
        heading, List.of(paragraphs), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  public static Section list(String heading, List<Item> items) {
    return new Section(heading, List.of(), items, List.of(), List.of(), List.of(), List.of());
  }

  public static Section code(String heading, String paragraph, String code) {
    return new Section(
        heading, List.of(paragraph), List.of(), List.of(), List.of(), List.of(), List.of(code));
  }
}
