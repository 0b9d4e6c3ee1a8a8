package se.jamlik.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** Something that draws itself inside a rectangle, with lengths and font sizes in points. */
public interface Drawing {
  void draw(Graphics2D graphics, Rectangle2D area);
}
