package se.jamlik.reports.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import se.jamlik.reports.words.Numbers;

/**
 * What share of the cases the lowest shares of the population have, beside the diagonal of an even
 * distribution, with the gap between them filled.
 *
 * @param corners of the curve from (0, 0) to (100, 100); none when they may not be shown
 */
public record ConcentrationChart(Labels labels, List<Corner> corners, Lean lean, Numbers numbers)
    implements Drawing {

  /** The words of the chart. */
  public record Labels(String up, String across, String curve, String diagonal, String nothing) {}

  /** Shares from the lowest income up to a group, in percent. */
  public record Corner(double people, double cases) {}

  /** Which side the cases lean to, when that is established. */
  public enum Lean {
    LOW_INCOME(Theme.VERMILLION, Theme.VERMILLION_TEXT, new Color(0xFBE3D3)),
    HIGH_INCOME(Theme.BLUE, Theme.BLUE, new Color(0xD3E6F2)),
    NOT_ESTABLISHED(Theme.NAVY, Theme.NAVY, Theme.BAND);

    private final Color line;
    private final Color text;
    private final Color gap;

    Lean(Color line, Color text, Color gap) {
      this.line = line;
      this.text = text;
      this.gap = gap;
    }
  }

  @Override
  public void draw(Graphics2D graphics, Rectangle2D area) {
    NumberAxis across = Theme.values(new Scale(0, 100, 20), numbers);
    NumberAxis up = Theme.values(new Scale(0, 100, 20), numbers);
    across.setAxisLineVisible(true);
    across.setAxisLinePaint(Theme.AXIS);
    across.setAxisLineStroke(Theme.CONTEXT);
    XYPlot plot = Theme.plot(across, up);
    plot.setRangeGridlinesVisible(true);
    plot.setRangeGridlinePaint(Theme.GRID);
    plot.setRangeGridlineStroke(Theme.HAIR);
    plot.setDomainGridlinesVisible(true);
    plot.setDomainGridlinePaint(Theme.GRID);
    plot.setDomainGridlineStroke(Theme.HAIR);
    plot.setDataset(lines());
    plot.setRenderer(renderer());
    if (corners.isEmpty()) {
      plot.addAnnotation(Words.annotation(labels.nothing(), 30, 80));
    } else {
      plot.getRenderer().addAnnotation(gap(), Layer.BACKGROUND);
      name(plot);
    }
    JFreeChart chart = Theme.chart(plot);
    chart.addSubtitle(Theme.line(labels.up(), Theme.REGULAR, Theme.MUTED, 5));
    org.jfree.chart.title.TextTitle below =
        Theme.line(labels.across(), Theme.REGULAR, Theme.MUTED, 0);
    below.setPosition(RectangleEdge.BOTTOM);
    below.setPadding(3, 0, 0, 0);
    chart.addSubtitle(below);
    chart.draw(graphics, area);
  }

  private XYSeriesCollection lines() {
    XYSeries diagonal = new XYSeries("diagonal");
    diagonal.add(0, 0);
    diagonal.add(100, 100);
    XYSeries curve = new XYSeries("curve");
    corners.forEach(corner -> curve.add(corner.people(), corner.cases()));
    XYSeriesCollection lines = new XYSeriesCollection(diagonal);
    lines.addSeries(curve);
    return lines;
  }

  private XYLineAndShapeRenderer renderer() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setSeriesPaint(0, Theme.INK);
    renderer.setSeriesStroke(0, Theme.CONTEXT);
    renderer.setSeriesPaint(1, lean.line);
    renderer.setSeriesStroke(1, Theme.EMPHASIS);
    renderer.setSeriesShapesVisible(1, true);
    renderer.setSeriesShape(1, Theme.circle(4.2));
    renderer.setDrawSeriesLineAsPath(true);
    return renderer;
  }

  /** The area between curve and diagonal: up along the one and back along the other. */
  private XYPolygonAnnotation gap() {
    double[] around =
        corners.stream()
            .flatMapToDouble(corner -> DoubleStream.of(corner.people(), corner.cases()))
            .toArray();
    return new XYPolygonAnnotation(around, null, null, lean.gap);
  }

  /** Names the two lines, each on its own side. */
  private void name(XYPlot plot) {
    boolean isAbove = corners.stream().mapToDouble(c -> c.cases() - c.people()).sum() >= 0;
    Stream.of(
            text(labels.curve(), isAbove, lean.text, true),
            text(labels.diagonal(), !isAbove, Theme.INK, false))
        .forEach(plot::addAnnotation);
  }

  private static XYTextAnnotation text(
      String words, boolean isAbove, Color color, boolean isEmphasised) {
    XYTextAnnotation text = new XYTextAnnotation(words, isAbove ? 36 : 60, isAbove ? 70 : 42);
    text.setTextAnchor(isAbove ? TextAnchor.BOTTOM_RIGHT : TextAnchor.TOP_LEFT);
    text.setFont(isEmphasised ? Theme.SEMIBOLD : Theme.REGULAR);
    text.setPaint(color);
    return text;
  }
}
