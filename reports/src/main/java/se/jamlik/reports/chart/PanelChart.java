package se.jamlik.reports.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XIntervalSeries;
import org.jfree.data.xy.XIntervalSeriesCollection;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.words.Numbers;

/**
 * Panels beside each other that share their rows: values as points with intervals and, in each
 * panel, a line for the value of the whole.
 */
public record PanelChart(
    List<String> rows, List<Panel> panels, OptionalInt ownRow, String nothing, Numbers numbers)
    implements Drawing {

  private static final double BETWEEN = 18;
  private static final double LINE = 11;

  /** One measure. Each axis is as wide as its intervals ask. */
  public record Panel(String heading, String unit, List<Point> points, Optional<Double> reference) {

    boolean isEmpty() {
      return points.stream().allMatch(point -> point.estimate().isEmpty());
    }
  }

  /** A value in a row, moved down by a part of a row; without an estimate it prints as two dots. */
  public record Point(int row, double down, Optional<Estimate> estimate, Style style) {}

  @Override
  public void draw(Graphics2D graphics, Rectangle2D area) {
    SymbolAxis down = Theme.words(rows);
    down.setInverted(true);
    down.setRange(-0.6, rows.size() - 0.4);
    down.setAxisLineVisible(false);
    down.setTickLabelPaint(Theme.INK);
    CombinedRangeXYPlot combined = new CombinedRangeXYPlot(down);
    combined.setGap(BETWEEN);
    combined.setBackgroundPaint(null);
    combined.setOutlineVisible(false);
    panels.forEach(panel -> combined.add(subplot(panel)));
    double heading = LINE * (headingLines(graphics, area) + 1) + 3;
    ChartRenderingInfo drawn = new ChartRenderingInfo();
    Rectangle2D below =
        new Rectangle2D.Double(
            area.getX(), area.getY() + heading, area.getWidth(), area.getHeight() - heading);
    Theme.chart(combined).draw(graphics, below, drawn);
    for (int i = 0; i < panels.size(); i++) {
      Rectangle2D data = drawn.getPlotInfo().getSubplotInfo(i).getDataArea();
      writeHeading(graphics, panels.get(i), data, area.getY() + heading - 6);
    }
  }

  private XYPlot subplot(Panel panel) {
    Scale scale = scale(panel);
    NumberAxis axis = Theme.values(scale, numbers);
    axis.setTickLabelsVisible(!panel.isEmpty());
    XYPlot plot = Theme.plot(axis, Theme.words(rows));
    plot.setDomainAxisLocation(AxisLocation.TOP_OR_LEFT);
    plot.setDomainGridlinesVisible(true);
    plot.setDomainGridlinePaint(Theme.GRID);
    plot.setDomainGridlineStroke(Theme.HAIR);
    ownRow.ifPresent(row -> plot.addRangeMarker(band(row), Layer.BACKGROUND));
    panel
        .reference()
        .filter(known -> !panel.isEmpty())
        .ifPresent(value -> plot.addDomainMarker(line(value), Layer.BACKGROUND));
    int dataset = 0;
    for (Style style : Style.values()) {
      XIntervalSeriesCollection points = points(panel, style);
      if (points.getItemCount(0) > 0) {
        plot.setDataset(dataset, points);
        plot.setRenderer(dataset++, renderer(style));
      }
    }
    double middle = (scale.low() + scale.high()) / 2;
    if (panel.isEmpty()) {
      plot.addAnnotation(Words.annotation(nothing, middle, (rows.size() - 1) / 2.0));
      return plot;
    }
    panel.points().stream()
        .filter(point -> point.estimate().isEmpty())
        .map(point -> Words.annotation(Numbers.MISSING, middle, point.row() + point.down()))
        .forEach(plot::addAnnotation);
    return plot;
  }

  /**
   * Headings are as wide as their panels, so long ones are broken; all stand on the same last line.
   */
  private int headingLines(Graphics2D graphics, Rectangle2D area) {
    double width = area.getWidth() / (panels.size() + 0.7);
    return panels.stream()
        .mapToInt(panel -> Words.lines(panel.heading(), width, Theme.SEMIBOLD, graphics).size())
        .max()
        .orElse(1);
  }

  private void writeHeading(Graphics2D graphics, Panel panel, Rectangle2D data, double baseline) {
    double width = data.getWidth() + BETWEEN - 4;
    List<String> lines = Words.lines(panel.heading(), width, Theme.SEMIBOLD, graphics);
    double y = baseline - LINE * lines.size();
    graphics.setPaint(Theme.INK);
    for (String line : lines) {
      Words.centre(line, data.getCenterX(), y, Theme.SEMIBOLD, graphics);
      y += LINE;
    }
    graphics.setPaint(Theme.MUTED);
    Words.centre(panel.unit(), data.getCenterX(), y, Theme.REGULAR, graphics);
  }

  private static Scale scale(Panel panel) {
    List<Double> values = new ArrayList<>();
    panel.reference().ifPresent(values::add);
    for (Point point : panel.points()) {
      point.estimate().ifPresent(estimate -> values.add(estimate.value()));
      point
          .estimate()
          .flatMap(Estimate::interval)
          .ifPresent(interval -> values.addAll(List.of(interval.low(), interval.high())));
    }
    double low = values.stream().mapToDouble(x -> x).min().orElse(0);
    double high = values.stream().mapToDouble(x -> x).max().orElse(1);
    return Scale.around(low, high, 3);
  }

  private static XIntervalSeriesCollection points(Panel panel, Style style) {
    XIntervalSeries series = new XIntervalSeries(style.name());
    for (Point point : panel.points()) {
      if (point.style() == style && point.estimate().isPresent()) {
        Estimate estimate = point.estimate().get();
        double value = estimate.value();
        series.add(
            value,
            estimate.interval().map(i -> i.low()).orElse(value),
            estimate.interval().map(i -> i.high()).orElse(value),
            point.row() + point.down());
      }
    }
    XIntervalSeriesCollection collection = new XIntervalSeriesCollection();
    collection.addSeries(series);
    return collection;
  }

  private static XYErrorRenderer renderer(Style style) {
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawYError(false);
    renderer.setCapLength(0);
    renderer.setErrorStroke(Theme.INTERVAL);
    renderer.setErrorPaint(style.color());
    renderer.setSeriesPaint(0, style.color());
    renderer.setSeriesShape(0, style.shape());
    renderer.setUseFillPaint(true);
    renderer.setSeriesFillPaint(0, style.fill());
    renderer.setDrawOutlines(true);
    renderer.setSeriesOutlineStroke(0, Theme.INTERVAL);
    return renderer;
  }

  private static IntervalMarker band(int row) {
    return new IntervalMarker(row - 0.5, row + 0.5, Theme.BAND, Theme.HAIR, (Color) null, null, 1f);
  }

  private static ValueMarker line(double value) {
    return new ValueMarker(value, Theme.INK, Theme.CONTEXT, null, null, 1f);
  }
}
