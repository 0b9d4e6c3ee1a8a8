package se.jamlik.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Small multiples: drawings of one size, row by row. */
public record Grid(List<? extends Drawing> panels, int columns) implements Drawing {

  private static final double BETWEEN = 8;

  @Override
  public void draw(Graphics2D graphics, Rectangle2D area) {
    int rows = (panels.size() + columns - 1) / columns;
    double width = (area.getWidth() - BETWEEN * (columns - 1)) / columns;
    double height = (area.getHeight() - BETWEEN * (rows - 1)) / rows;
    for (int i = 0; i < panels.size(); i++) {
      double x = area.getX() + (i % columns) * (width + BETWEEN);
      double y = area.getY() + Math.floorDiv(i, columns) * (height + BETWEEN);
      panels.get(i).draw(graphics, new Rectangle2D.Double(x, y, width, height));
    }
  }
}
