package se.jamlik.reports.chart;

import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import se.jamlik.reports.judge.FunnelLimits;
import se.jamlik.reports.release.Interval;
import se.jamlik.reports.words.Numbers;

/**
 * Places by size and value, with the line of the whole and the limits that chance alone gives. Only
 * what stands out is named, and nothing is ranked.
 *
 * @param limits by the number of persons
 */
public record FunnelChart(
    String unitLine,
    String acrossLine,
    double reference,
    DoubleFunction<FunnelLimits> limits,
    List<Point> points,
    Across across,
    Numbers numbers)
    implements Drawing {

  private static final int STEPS = 80;
  private static final double LABEL = 10;

  /** How the number of persons is laid out. */
  public enum Across {
    LINEAR,
    /** Ten times as many is one step to the right, for places of very different size. */
    LOGARITHMIC
  }

  /** A place; its label is empty when it is not named. */
  public record Point(String label, double persons, double value, Style style) {}

  @Override
  public void draw(Graphics2D graphics, Rectangle2D area) {
    Scale up = scale();
    NumberAxis values = Theme.values(up, numbers);
    XYPlot plot = Theme.plot(persons(), values);
    plot.setRangeGridlinesVisible(true);
    plot.setRangeGridlinePaint(Theme.GRID);
    plot.setRangeGridlineStroke(Theme.HAIR);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    plot.addRangeMarker(
        new ValueMarker(reference, Theme.INK, Theme.CONTEXT, null, null, 1f), Layer.BACKGROUND);
    int dataset = 0;
    for (XYSeries curve : curves()) {
      plot.setDataset(dataset, new XYSeriesCollection(curve));
      plot.setRenderer(dataset, curve(dataset < 2 ? Theme.DASHED : Theme.INTERVAL));
      dataset++;
    }
    for (Style style : Style.values()) {
      XYSeries series = new XYSeries(style.name(), false);
      points.stream()
          .filter(point -> point.style() == style)
          .forEach(point -> series.add(x(point.persons()), point.value()));
      if (!series.isEmpty()) {
        plot.setDataset(dataset, new XYSeriesCollection(series));
        plot.setRenderer(dataset++, marks(style));
      }
    }
    JFreeChart chart = Theme.chart(plot);
    chart.addSubtitle(Theme.line(unitLine, Theme.REGULAR, Theme.MUTED, 5));
    ChartRenderingInfo drawn = new ChartRenderingInfo();
    Rectangle2D above =
        new Rectangle2D.Double(
            area.getX(), area.getY(), area.getWidth(), area.getHeight() - LABEL - 2);
    chart.draw(graphics, above, drawn);
    Rectangle2D data = drawn.getPlotInfo().getDataArea();
    label(graphics, plot, data);
    graphics.setFont(Theme.REGULAR);
    graphics.setPaint(Theme.MUTED);
    double wide = Words.width(acrossLine, Theme.REGULAR, graphics);
    graphics.drawString(acrossLine, (float) (data.getMaxX() - wide), (float) (area.getMaxY() - 2));
  }

  private Scale scale() {
    FunnelLimits widest = limits.apply(smallest());
    Stream<Double> limitsAndValues =
        Stream.concat(
            points.stream().map(Point::value),
            Stream.of(widest.of998().low(), widest.of998().high()));
    List<Double> all = limitsAndValues.sorted().toList();
    return Scale.around(all.get(0), all.get(all.size() - 1), 4);
  }

  private double smallest() {
    return points.stream().mapToDouble(Point::persons).min().orElse(1) * 0.85;
  }

  private double largest() {
    return points.stream().mapToDouble(Point::persons).max().orElse(1) * 1.06;
  }

  private NumberAxis persons() {
    if (across == Across.LINEAR) {
      Scale scale = Scale.fromZero(largest(), 6);
      NumberAxis axis = Theme.values(scale, numbers);
      axis.setRange(0, largest());
      return axis;
    }
    int first = (int) Math.floor(Math.log10(smallest()));
    int last = (int) Math.ceil(Math.log10(largest()));
    NumberAxis axis =
        Theme.words(
            IntStream.rangeClosed(0, last)
                .mapToObj(power -> power < first ? "" : numbers.of(Math.round(Math.pow(10, power))))
                .toList());
    axis.setAxisLineVisible(false);
    axis.setRange(x(smallest()) - 0.05, x(largest()) + 0.05);
    return axis;
  }

  private double x(double persons) {
    return across == Across.LINEAR ? persons : Math.log10(persons);
  }

  /** The inner limits, then the outer ones. */
  private List<XYSeries> curves() {
    List<XYSeries> curves = new ArrayList<>();
    for (String name : List.of("low 95", "high 95", "low 99.8", "high 99.8")) {
      XYSeries curve = new XYSeries(name, false);
      for (int step = 0; step <= STEPS; step++) {
        double persons = smallest() * Math.pow(largest() / smallest(), (double) step / STEPS);
        FunnelLimits there = limits.apply(persons);
        Interval pair = name.endsWith("95") ? there.of95() : there.of998();
        curve.add(x(persons), name.startsWith("low") ? pair.low() : pair.high());
      }
      curves.add(curve);
    }
    return curves;
  }

  private static XYLineAndShapeRenderer curve(Stroke stroke) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setSeriesPaint(0, Theme.AXIS);
    renderer.setSeriesStroke(0, stroke);
    renderer.setDrawSeriesLineAsPath(true);
    return renderer;
  }

  private static XYLineAndShapeRenderer marks(Style style) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setSeriesPaint(0, style.color());
    renderer.setSeriesShape(0, style.shape());
    renderer.setUseFillPaint(true);
    renderer.setSeriesFillPaint(0, style.fill());
    renderer.setDrawOutlines(true);
    renderer.setSeriesOutlineStroke(0, Theme.INTERVAL);
    return renderer;
  }

  /** Writes the names away from the line of the whole, further where they would meet. */
  private void label(Graphics2D graphics, XYPlot plot, Rectangle2D data) {
    List<Rectangle2D> taken = new ArrayList<>();
    points.stream()
        .filter(point -> !point.label().isEmpty())
        .sorted(Comparator.comparingDouble(point -> -Math.abs(point.value() - reference)))
        .forEach(
            point -> {
              double x =
                  plot.getDomainAxis()
                      .valueToJava2D(x(point.persons()), data, RectangleEdge.BOTTOM);
              double y = plot.getRangeAxis().valueToJava2D(point.value(), data, RectangleEdge.LEFT);
              Rectangle2D place = free(point, x, y, graphics, data, taken);
              taken.add(place);
              graphics.setFont(Theme.SEMIBOLD);
              graphics.setPaint(point.style().textColor());
              graphics.drawString(
                  point.label(), (float) place.getX(), (float) (place.getMaxY() - 2.5));
            });
  }

  private Rectangle2D free(
      Point point,
      double x,
      double y,
      Graphics2D graphics,
      Rectangle2D data,
      List<Rectangle2D> taken) {
    double wide = Words.width(point.label(), Theme.SEMIBOLD, graphics);
    double left = Math.max(data.getX(), Math.min(x - wide / 2, data.getMaxX() - wide));
    int way = point.value() >= reference ? -1 : 1;
    double top = way < 0 ? y - LABEL - 4 : y + 4;
    List<Rectangle2D> places = new ArrayList<>();
    places.add(new Rectangle2D.Double(left, top, wide, LABEL));
    if (x + 6 + wide < data.getMaxX()) {
      places.add(new Rectangle2D.Double(x + 6, y - LABEL / 2, wide, LABEL));
    }
    for (int step = 1; step <= 6; step++) {
      places.add(new Rectangle2D.Double(left, top + way * step * LABEL, wide, LABEL));
    }
    return places.stream()
        .filter(place -> taken.stream().noneMatch(place::intersects))
        .findFirst()
        .orElse(places.get(0));
  }
}
