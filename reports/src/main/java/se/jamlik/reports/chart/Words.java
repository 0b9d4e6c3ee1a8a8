package se.jamlik.reports.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.ui.TextAnchor;

/** Writes words where JFreeChart has no place for them. */
final class Words {

  private Words() {}

  /** The words broken into lines no wider than asked, unless one word is. */
  static List<String> lines(String words, double width, Font font, Graphics2D graphics) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : words.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer, font, graphics) > width) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(line);
    return lines;
  }

  static double width(String words, Font font, Graphics2D graphics) {
    return graphics.getFontMetrics(font).getStringBounds(words, graphics).getWidth();
  }

  static void centre(String words, double x, double y, Font font, Graphics2D graphics) {
    graphics.setFont(font);
    graphics.drawString(words, (float) (x - width(words, font, graphics) / 2), (float) y);
  }

  /** A quiet note inside a plot, centred on a point of its axes. */
  static XYTextAnnotation annotation(String words, double x, double y) {
    XYTextAnnotation text = new XYTextAnnotation(words, x, y);
    text.setFont(Theme.REGULAR);
    text.setPaint(Theme.MUTED);
    text.setTextAnchor(TextAnchor.CENTER);
    return text;
  }
}
