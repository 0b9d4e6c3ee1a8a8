package se.jamlik.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import se.jamlik.reports.words.Numbers;

/** Colours, fonts, lines and marks of every chart. One colour has one meaning in a whole report. */
public final class Theme {

  public static final Color INK = new Color(0x1F2933);
  public static final Color MUTED = new Color(0x52606D);
  public static final Color NAVY = new Color(0x0B3C5D);
  public static final Color AXIS = new Color(0x7B8794);
  public static final Color GRID = new Color(0xDDE3EA);

  /** Worse, and lowest income. */
  public static final Color VERMILLION = new Color(0xD55E00);

  /** Vermillion that text may have: contrast 5.1 on white. */
  public static final Color VERMILLION_TEXT = new Color(0xB84E00);

  /** Better, and highest income. */
  public static final Color BLUE = new Color(0x0072B2);

  public static final Color GREY = new Color(0x8A949F);
  public static final Color BAND = new Color(0xEEF2F6);
  public static final Color WOMEN = new Color(0x7B3294);
  public static final Color MEN = new Color(0x00803A);

  /** The lighter of a bar in two parts; it always has an edge of the dark tone. */
  public static final Color WOMEN_LIGHT = new Color(0xE6D8EC);

  public static final Color MEN_LIGHT = new Color(0xD2EADB);

  static final String FAMILY = "Source Sans 3";
  static final Font REGULAR = new Font(FAMILY, Font.PLAIN, 1).deriveFont(8.5f);
  static final Font SMALL = new Font(FAMILY, Font.PLAIN, 1).deriveFont(8f);
  static final Font SMALL_SEMIBOLD = new Font(FAMILY + " Semibold", Font.PLAIN, 1).deriveFont(8f);
  static final Font SEMIBOLD = new Font(FAMILY + " Semibold", Font.PLAIN, 1).deriveFont(8.5f);

  static final Stroke EMPHASIS = new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  static final Stroke INTERVAL =
      new BasicStroke(1.25f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
  static final Stroke CONTEXT = new BasicStroke(0.75f);
  static final Stroke HAIR = new BasicStroke(0.5f);
  static final Stroke DASHED =
      new BasicStroke(
          0.9f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {3.5f, 2.5f}, 0f);

  private Theme() {}

  /** A chart without title, legend, background and border; the heading belongs to the page. */
  static JFreeChart chart(Plot plot) {
    JFreeChart chart = new JFreeChart(null, REGULAR, plot, false);
    chart.setBackgroundPaint(null);
    chart.setBorderVisible(false);
    chart.setPadding(new RectangleInsets(0, 0, 0, 12));
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setNoDataMessageFont(SMALL);
    return chart;
  }

  static XYPlot plot(ValueAxis domain, ValueAxis range) {
    XYPlot plot = new XYPlot(null, domain, range, null);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setNoDataMessageFont(SMALL);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    plot.setDomainZeroBaselineVisible(false);
    plot.setRangeZeroBaselineVisible(false);
    return plot;
  }

  /** A line of text above the plot, from the chart's left edge. */
  static TextTitle line(String text, Font font, Color color, double below) {
    TextTitle title = new TextTitle(text, font);
    title.setPaint(color);
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setTextAlignment(HorizontalAlignment.LEFT);
    title.setPosition(RectangleEdge.TOP);
    title.setPadding(0, 0, below, 0);
    title.setMargin(RectangleInsets.ZERO_INSETS);
    return title;
  }

  static LegendTitle legend(org.jfree.chart.LegendItemCollection items) {
    LegendTitle legend =
        new LegendTitle(
            () -> items,
            new org.jfree.chart.block.FlowArrangement(
                HorizontalAlignment.LEFT, org.jfree.chart.ui.VerticalAlignment.CENTER, 0, 2),
            new org.jfree.chart.block.ColumnArrangement());
    legend.setFrame(BlockBorder.NONE);
    legend.setBackgroundPaint(null);
    legend.setItemFont(REGULAR);
    legend.setItemPaint(INK);
    legend.setPosition(RectangleEdge.TOP);
    legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
    legend.setLegendItemGraphicPadding(new RectangleInsets(1, 0, 1, 3));
    legend.setItemLabelPadding(new RectangleInsets(1, 1, 1, 14));
    legend.setMargin(RectangleInsets.ZERO_INSETS);
    legend.setPadding(0, 0, 4, 0);
    return legend;
  }

  /** Whether the numbers of an axis tell which side of zero they stand on. */
  enum Sign {
    SHOWN,
    HIDDEN
  }

  /** An axis of values whose ticks are numbers in the report's language. */
  static NumberAxis values(Scale scale, Numbers numbers) {
    return values(scale, numbers, Sign.SHOWN);
  }

  static NumberAxis values(Scale scale, Numbers numbers, Sign sign) {
    NumberAxis axis = new NumberAxis(null);
    axis.setRange(scale.low(), scale.high());
    axis.setTickUnit(new NumberTickUnit(scale.step(), new Format(numbers, scale.decimals(), sign)));
    axis.setAxisLineVisible(false);
    quiet(axis);
    return axis;
  }

  /** An axis of words, one for each whole number from 0. */
  static SymbolAxis words(java.util.List<String> words) {
    SymbolAxis axis = new SymbolAxis(null, words.toArray(String[]::new));
    axis.setGridBandsVisible(false);
    axis.setAxisLinePaint(AXIS);
    axis.setAxisLineStroke(CONTEXT);
    quiet(axis);
    return axis;
  }

  private static void quiet(NumberAxis axis) {
    axis.setTickMarksVisible(false);
    axis.setMinorTickMarksVisible(false);
    axis.setTickLabelFont(REGULAR);
    axis.setTickLabelPaint(MUTED);
    axis.setLabelFont(SEMIBOLD);
    axis.setLabelPaint(INK);
    axis.setAutoRangeIncludesZero(false);
  }

  static Shape circle(double size) {
    return new Ellipse2D.Double(-size / 2, -size / 2, size, size);
  }

  static Shape square(double size) {
    return new Rectangle2D.Double(-size / 2, -size / 2, size, size);
  }

  static Shape diamond(double size) {
    double half = size * 0.62;
    return polygon(0, -half, half, 0, 0, half, -half, 0);
  }

  static Shape up(double size) {
    double half = size * 0.6;
    return polygon(0, -half, half, half * 0.8, -half, half * 0.8);
  }

  static Shape down(double size) {
    double half = size * 0.6;
    return polygon(0, half, half, -half * 0.8, -half, -half * 0.8);
  }

  private static Shape polygon(double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    path.closePath();
    return path;
  }

  /**
   * DecimalFormat has a fast path that ignores an overridden format, so this is a NumberFormat of
   * its own.
   */
  private static final class Format extends NumberFormat {
    private final transient Numbers numbers;
    private final int decimals;
    private final Sign sign;

    Format(Numbers numbers, int decimals, Sign sign) {
      this.numbers = numbers;
      this.decimals = decimals;
      this.sign = sign;
    }

    @Override
    public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
      return to.append(numbers.of(sign == Sign.HIDDEN ? Math.abs(number) : number, decimals));
    }

    @Override
    public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
      return format((double) number, to, position);
    }

    @Override
    public Number parse(String text, ParsePosition position) {
      // NumberFormat demands the method; a chart only writes its labels.
      throw new UnsupportedOperationException("Axis labels are not read.");
    }
  }
}
