package se.jamlik.reports.page;

import se.jamlik.reports.chart.Drawing;

/**
 * A drawing with its number, statistical subtitle, text for those who cannot see it, width and
 * height in millimetres, and source.
 */
public record Figure(
    int number,
    String label,
    String subtitle,
    Drawing drawing,
    String alternative,
    int width,
    int height,
    String source) {

  /** The width of the text. */
  static final int FULL = 170;

  /** The width of a square figure, which leaves room for a narrow table beside it. */
  static final int SQUARE = 92;

  /** A figure as wide as the text. */
  public Figure(
      int number,
      String label,
      String subtitle,
      Drawing drawing,
      String alternative,
      int height,
      String source) {
    this(number, label, subtitle, drawing, alternative, FULL, height, source);
  }

  /** The name under which the page refers to the drawing. */
  public String chart() {
    return "figure-" + number;
  }

  public String style() {
    return "width:" + width + "mm;height:" + height + "mm";
  }
}
