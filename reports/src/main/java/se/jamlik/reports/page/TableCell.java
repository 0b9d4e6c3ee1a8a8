package se.jamlik.reports.page;

import java.util.List;
import se.jamlik.reports.words.Mark;
import se.jamlik.reports.words.Numbers;

/**
 * A cell of a table: text, or a mark with its word. Two dots are spelled out to those who listen.
 */
public record TableCell(String text, String css, List<Mark> marks) {

  public static TableCell number(String text) {
    return new TableCell(text, "n", List.of());
  }

  public static TableCell text(String text) {
    return new TableCell(text, "t", List.of());
  }

  public static TableCell mark(Mark mark) {
    return new TableCell("", "m", List.of(mark));
  }

  public boolean isMissing() {
    return text.equals(Numbers.MISSING);
  }

  public boolean isPlain() {
    return !isMissing() && marks.isEmpty();
  }
}
