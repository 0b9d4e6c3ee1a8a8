package se.jamlik.reports.page;

import se.jamlik.reports.chart.Drawing;

/**
 * A drawing with its number, statistical subtitle, text for those who cannot see it, height in
 * millimetres and source.
 */
public record Figure(
    int number,
    String label,
    String subtitle,
    Drawing drawing,
    String alternative,
    int height,
    String source) {

  /** The name under which the page refers to the drawing. */
  public String chart() {
    return "figure-" + number;
  }

  public String style() {
    return "width:170mm;height:" + height + "mm";
  }
}
