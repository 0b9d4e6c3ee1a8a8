package se.jamlik.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * The key above a chart: marks with their meaning, from left to right, on new lines when one is
 * full.
 */
public record Legend(List<Entry> entries, Drawing below) implements Drawing {

  private static final double LINE = 15;
  private static final double AFTER = 16;

  /** A mark with its meaning. */
  public sealed interface Entry {
    String label();

    double width();

    void draw(Graphics2D graphics, double x, double middle);
  }

  /** A point as it stands in the chart. */
  public record Point(String label, Style style) implements Entry {
    @Override
    public double width() {
      return 10;
    }

    @Override
    public void draw(Graphics2D graphics, double x, double middle) {
      Shape at =
          AffineTransform.getTranslateInstance(x + 4, middle).createTransformedShape(style.shape());
      graphics.setPaint(style.fill());
      graphics.fill(at);
      graphics.setPaint(style.color());
      graphics.setStroke(Theme.INTERVAL);
      graphics.draw(at);
    }
  }

  /** A line as it stands in the chart. */
  public record Stroke(String label, Color color, BasicStroke stroke) implements Entry {

    /** The thin line of a reference value. */
    public static Stroke reference(String label) {
      return new Stroke(label, Theme.INK, (BasicStroke) Theme.CONTEXT);
    }

    /** The inner limits of a funnel. */
    public static Stroke inner(String label) {
      return new Stroke(label, Theme.AXIS, (BasicStroke) Theme.DASHED);
    }

    /** The outer limits of a funnel. */
    public static Stroke outer(String label) {
      return new Stroke(label, Theme.AXIS, (BasicStroke) Theme.INTERVAL);
    }

    /** The line of a confidence interval. */
    public static Stroke interval(String label) {
      return new Stroke(label, Theme.MUTED, (BasicStroke) Theme.INTERVAL);
    }

    @Override
    public double width() {
      return 24;
    }

    @Override
    public void draw(Graphics2D graphics, double x, double middle) {
      graphics.setPaint(color);
      graphics.setStroke(stroke);
      graphics.draw(new Line2D.Double(x, middle, x + 20, middle));
    }
  }

  /** A filled box with an edge. */
  public record Box(String label, Color color) implements Entry {
    @Override
    public double width() {
      return 13;
    }

    @Override
    public void draw(Graphics2D graphics, double x, double middle) {
      Shape box = new Rectangle2D.Double(x, middle - 4, 9, 8);
      graphics.setPaint(color);
      graphics.fill(box);
      graphics.setPaint(Theme.INK);
      graphics.setStroke(Theme.HAIR);
      graphics.draw(box);
    }
  }

  @Override
  public void draw(Graphics2D graphics, Rectangle2D area) {
    double x = area.getX();
    double y = area.getY();
    for (Entry entry : entries) {
      double wide = entry.width() + Words.width(entry.label(), Theme.REGULAR, graphics);
      if (x > area.getX() && x + wide > area.getMaxX()) {
        x = area.getX();
        y += LINE;
      }
      entry.draw(graphics, x, y + LINE / 2 - 1);
      graphics.setPaint(Theme.INK);
      graphics.setFont(Theme.REGULAR);
      graphics.drawString(entry.label(), (float) (x + entry.width()), (float) (y + LINE / 2 + 2));
      x += wide + AFTER;
    }
    double used = y + LINE + 3 - area.getY();
    below.draw(
        graphics,
        new Rectangle2D.Double(
            area.getX(), area.getY() + used, area.getWidth(), area.getHeight() - used));
  }
}
