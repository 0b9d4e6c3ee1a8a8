package se.jamlik.reports.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XIntervalSeries;
import org.jfree.data.xy.XIntervalSeriesCollection;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.words.Numbers;

/**
 * Panels beside each other that share their rows: values as points with intervals and, in each
 * panel, a line for the value of the whole.
 */
public record PanelChart(List<String> rows, List<Panel> panels, OptionalInt ownRow, Numbers numbers)
    implements Drawing {

  /** One measure. Each axis is as wide as its intervals ask. */
  public record Panel(String heading, List<Point> points, Optional<Double> reference) {}

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
    combined.setGap(16);
    combined.setBackgroundPaint(null);
    combined.setOutlineVisible(false);
    panels.forEach(panel -> combined.add(subplot(panel)));
    Theme.chart(combined).draw(graphics, area);
  }

  private XYPlot subplot(Panel panel) {
    Scale scale = scale(panel);
    NumberAxis axis = Theme.values(scale, numbers);
    axis.setLabel(panel.heading());
    axis.setLabelInsets(new RectangleInsets(0, 0, 5, 0));
    XYPlot plot = Theme.plot(axis, Theme.words(rows));
    plot.setDomainAxisLocation(AxisLocation.TOP_OR_LEFT);
    plot.setDomainGridlinesVisible(true);
    plot.setDomainGridlinePaint(Theme.GRID);
    plot.setDomainGridlineStroke(Theme.HAIR);
    ownRow.ifPresent(row -> plot.addRangeMarker(band(row), Layer.BACKGROUND));
    panel.reference().ifPresent(value -> plot.addDomainMarker(line(value), Layer.BACKGROUND));
    int dataset = 0;
    for (Style style : Style.values()) {
      XIntervalSeriesCollection points = points(panel, style);
      if (points.getItemCount(0) > 0) {
        plot.setDataset(dataset, points);
        plot.setRenderer(dataset++, renderer(style));
      }
    }
    for (Point point : panel.points()) {
      if (point.estimate().isEmpty()) {
        plot.addAnnotation(missing((scale.low() + scale.high()) / 2, point));
      }
    }
    return plot;
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

  private static XYTextAnnotation missing(double x, Point point) {
    XYTextAnnotation text = new XYTextAnnotation(Numbers.MISSING, x, point.row() + point.down());
    text.setFont(Theme.REGULAR);
    text.setPaint(Theme.MUTED);
    text.setTextAnchor(TextAnchor.CENTER);
    return text;
  }
}
