package se.jamlik.reports.chart;

import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;

/**
 * How a series is drawn. Shape and filling say the same as the colour, so that none of them is
 * needed alone.
 */
public enum Style {
  LOWEST_INCOME(Theme.VERMILLION, Theme.VERMILLION_TEXT, Form.SQUARE, 5.8, true, true),
  HIGHEST_INCOME(Theme.BLUE, Theme.BLUE, Form.CIRCLE, 5.8, false, true),
  MIDDLE_INCOME(Theme.GREY, Theme.MUTED, Form.CIRCLE, 0.01, true, false),
  OWN(Theme.NAVY, Theme.NAVY, Form.SQUARE, 5.4, true, true),
  /** A year of the own place that may still change. */
  OWN_PRELIMINARY(Theme.NAVY, Theme.NAVY, Form.SQUARE, 5.4, false, true),
  WHOLE(Theme.AXIS, Theme.MUTED, Form.CIRCLE, 4.6, false, false),
  WOMEN(Theme.WOMEN, Theme.WOMEN, Form.CIRCLE, 5.6, true, true),
  MEN(Theme.MEN, Theme.MEN, Form.DIAMOND, 5.8, true, true),
  HIGHER(Theme.NAVY, Theme.NAVY, Form.UP, 6.4, true, true),
  LOWER(Theme.NAVY, Theme.NAVY, Form.DOWN, 6.4, true, true),
  WORSE_HIGHER(Theme.VERMILLION, Theme.VERMILLION_TEXT, Form.UP, 6.4, true, true),
  WORSE_LOWER(Theme.VERMILLION, Theme.VERMILLION_TEXT, Form.DOWN, 6.4, true, true),
  BETTER_HIGHER(Theme.BLUE, Theme.BLUE, Form.UP, 6.4, false, true),
  BETTER_LOWER(Theme.BLUE, Theme.BLUE, Form.DOWN, 6.4, false, true),
  NO_DIFFERENCE(Theme.MUTED, Theme.MUTED, Form.CIRCLE, 4.2, true, false);

  private final Color color;
  private final Color textColor;
  private final Form form;
  private final double size;
  private final boolean filled;
  private final boolean emphasised;

  Style(Color color, Color textColor, Form form, double size, boolean filled, boolean emphasised) {
    this.color = color;
    this.textColor = textColor;
    this.form = form;
    this.size = size;
    this.filled = filled;
    this.emphasised = emphasised;
  }

  Color color() {
    return color;
  }

  Color textColor() {
    return textColor;
  }

  Shape shape() {
    return switch (form) {
      case CIRCLE -> Theme.circle(size);
      case SQUARE -> Theme.square(size);
      case DIAMOND -> Theme.diamond(size);
      case UP -> Theme.up(size);
      case DOWN -> Theme.down(size);
    };
  }

  Color fill() {
    return filled ? color : Color.WHITE;
  }

  Stroke stroke() {
    return emphasised ? Theme.EMPHASIS : Theme.CONTEXT;
  }

  boolean isEmphasised() {
    return emphasised;
  }

  private enum Form {
    CIRCLE,
    SQUARE,
    DIAMOND,
    UP,
    DOWN
  }
}
