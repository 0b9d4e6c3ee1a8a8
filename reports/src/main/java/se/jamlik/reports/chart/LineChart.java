package se.jamlik.reports.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.words.Numbers;

/**
 * Lines over categories such as years or age groups, labelled at their ends. A value that is not
 * shown breaks its line.
 */
public record LineChart(
    String heading,
    boolean isPanel,
    List<String> categories,
    List<Line> lines,
    double roomForLabels,
    String nothing,
    Numbers numbers)
    implements Drawing {

  /** The chart of a whole figure, under a line that tells the unit. */
  public static LineChart wide(
      String unitLine, List<String> categories, List<Line> lines, String nothing, Numbers numbers) {
    double room = 0.34 * categories.size();
    return new LineChart(unitLine, false, categories, lines, room, nothing, numbers);
  }

  /** One of several small charts, under a heading and without labels at the lines. */
  public static LineChart panel(
      String heading, List<String> categories, List<Line> lines, String nothing, Numbers numbers) {
    return new LineChart(heading, true, categories, lines, 0.25, nothing, numbers);
  }

  /**
   * A series with one place for each category; empty where the value is not shown. No label means
   * that another line's label speaks for it.
   *
   * @param preliminary the places of values that may still change, whose points are hollow
   */
  public record Line(
      String label, Style style, List<Optional<Estimate>> points, List<Integer> preliminary) {

    /** A series of final values. */
    public Line(String label, Style style, List<Optional<Estimate>> points) {
      this(label, style, points, List.of());
    }

    Optional<Double> lastValue() {
      return points.stream()
          .flatMap(Optional::stream)
          .map(Estimate::value)
          .reduce((earlier, later) -> later);
    }
  }

  @Override
  public void draw(Graphics2D graphics, Rectangle2D area) {
    Scale scale = Scale.fromZero(largest(), isPanel ? 3 : 5);
    SymbolAxis across = Theme.words(categories);
    across.setRange(-0.3, categories.size() - 1 + roomForLabels);
    NumberAxis up = Theme.values(scale, numbers);
    XYPlot plot = Theme.plot(across, up);
    plot.setRangeGridlinesVisible(true);
    plot.setRangeGridlinePaint(Theme.GRID);
    plot.setRangeGridlineStroke(Theme.HAIR);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    int dataset = 0;
    for (Line line : contextFirst()) {
      plot.setDataset(dataset, intervals(line));
      plot.setRenderer(dataset++, intervalRenderer(line.style()));
      plot.setDataset(dataset, values(line));
      plot.setRenderer(dataset++, lineRenderer(line));
    }
    if (lines.stream().allMatch(line -> line.lastValue().isEmpty())) {
      up.setTickLabelsVisible(false);
      plot.setRangeGridlinesVisible(false);
      plot.addAnnotation(
          Words.annotation(nothing, (categories.size() - 1) / 2.0, scale.high() / 2));
    }
    if (!isPanel) {
      label(plot, scale, area.getHeight() - 36);
    }
    JFreeChart chart = Theme.chart(plot);
    chart.addSubtitle(
        Theme.line(
            heading,
            isPanel ? Theme.SEMIBOLD : Theme.REGULAR,
            isPanel ? Theme.INK : Theme.MUTED,
            isPanel ? 4 : 5));
    chart.draw(graphics, area);
  }

  private double largest() {
    return lines.stream()
        .flatMap(line -> line.points().stream().flatMap(Optional::stream).map(p -> top(p, line)))
        .max(Comparator.naturalOrder())
        .orElse(1.0);
  }

  private static double top(Estimate point, Line line) {
    return line.style().isEmphasised()
        ? point.interval().map(i -> i.high()).orElse(point.value())
        : point.value();
  }

  private List<Line> contextFirst() {
    return Stream.concat(
            lines.stream().filter(line -> !line.style().isEmphasised()),
            lines.stream().filter(line -> line.style().isEmphasised()))
        .toList();
  }

  private static XYSeriesCollection values(Line line) {
    XYSeries series = new XYSeries(line.label());
    for (int i = 0; i < line.points().size(); i++) {
      series.add(i, line.points().get(i).map(Estimate::value).orElse(Double.NaN));
    }
    return new XYSeriesCollection(series);
  }

  private static YIntervalSeriesCollection intervals(Line line) {
    YIntervalSeries series = new YIntervalSeries(line.label());
    if (line.style().isEmphasised()) {
      for (int i = 0; i < line.points().size(); i++) {
        int x = i;
        Optional<Estimate> point = line.points().get(i);
        point
            .flatMap(Estimate::interval)
            .ifPresent(
                interval ->
                    series.add(x, point.orElseThrow().value(), interval.low(), interval.high()));
      }
    }
    YIntervalSeriesCollection collection = new YIntervalSeriesCollection();
    collection.addSeries(series);
    return collection;
  }

  private static XYErrorRenderer intervalRenderer(Style style) {
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawXError(false);
    renderer.setCapLength(0);
    renderer.setErrorStroke(Theme.INTERVAL);
    renderer.setErrorPaint(style.color());
    renderer.setDefaultShapesVisible(false);
    renderer.setDefaultLinesVisible(false);
    return renderer;
  }

  private static XYLineAndShapeRenderer lineRenderer(Line line) {
    Style style = line.style();
    XYLineAndShapeRenderer renderer = new Points(style != Style.MIDDLE_INCOME, line.preliminary());
    renderer.setSeriesPaint(0, style.color());
    renderer.setSeriesStroke(0, style.stroke());
    renderer.setSeriesShape(0, style.shape());
    renderer.setUseFillPaint(true);
    renderer.setSeriesFillPaint(0, style.fill());
    renderer.setDrawOutlines(true);
    renderer.setSeriesOutlineStroke(0, Theme.INTERVAL);
    renderer.setDrawSeriesLineAsPath(true);
    return renderer;
  }

  /** Writes the names at the ends, moved apart where they would meet. */
  private void label(XYPlot plot, Scale scale, double plotHeight) {
    List<Line> named =
        lines.stream()
            .filter(line -> !line.label().isEmpty() && line.lastValue().isPresent())
            .sorted(Comparator.comparing(line -> line.lastValue().orElseThrow()))
            .toList();
    List<Double> heights =
        new ArrayList<>(named.stream().map(line -> line.lastValue().orElseThrow()).toList());
    double apart = 11.5 * (scale.high() - scale.low()) / plotHeight;
    moveApart(heights, apart);
    for (int i = 0; i < named.size(); i++) {
      Line line = named.get(i);
      XYTextAnnotation text =
          new XYTextAnnotation(line.label(), categories.size() - 1 + 0.14, heights.get(i));
      text.setFont(line.style().isEmphasised() ? Theme.SEMIBOLD : Theme.REGULAR);
      Color color = line.style().textColor();
      text.setPaint(color);
      text.setBackgroundPaint(Color.WHITE);
      text.setTextAnchor(TextAnchor.CENTER_LEFT);
      plot.addAnnotation(text);
    }
  }

  private static void moveApart(List<Double> ascending, double apart) {
    for (int round = 0; round < 20; round++) {
      for (int i = 1; i < ascending.size(); i++) {
        double lack = apart - (ascending.get(i) - ascending.get(i - 1));
        if (lack > 1e-9) {
          ascending.set(i - 1, ascending.get(i - 1) - lack / 2);
          ascending.set(i, ascending.get(i) + lack / 2);
        }
      }
    }
  }

  /** Points that are hollow where the value may still change. */
  private static final class Points extends XYLineAndShapeRenderer {
    private static final long serialVersionUID = 1;

    private final List<Integer> preliminary;

    Points(boolean hasShapes, List<Integer> preliminary) {
      super(true, hasShapes);
      this.preliminary = preliminary;
    }

    @Override
    public Paint getItemFillPaint(int row, int column) {
      return preliminary.contains(column) ? Color.WHITE : super.getItemFillPaint(row, column);
    }
  }
}
