package se.jamlik.reports.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.CategoryTextAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import se.jamlik.reports.words.Numbers;

/**
 * Bars that add up to 100 percent, from light to dark, with the value written where there is room.
 * A part that is not shown is left empty.
 */
public record StackChart(
    String unitLine,
    List<String> bars,
    List<Part> parts,
    boolean isHorizontal,
    String nothing,
    Numbers numbers)
    implements Drawing {

  private static final List<Color> BLUES =
      List.of(
          new Color(0xEEF2F6),
          new Color(0xC6DBEF),
          new Color(0x8FC1E3),
          new Color(0x5B9DD1),
          new Color(0x2160A0),
          new Color(0x08306B));

  /** The lightest blue that white text is read against. */
  private static final int FIRST_DARK = 4;

  /** The smallest part, in percent, that has room for its value. */
  private static final double ROOM = 8;

  /** One part of every bar, with a value for each bar. */
  public record Part(String label, List<Optional<Double>> values) {}

  /** The chart with its key above it. */
  public Drawing withLegend() {
    List<Legend.Entry> entries = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      entries.add(new Legend.Box(parts.get(i).label(), BLUES.get(i)));
    }
    return new Legend(entries, this);
  }

  @Override
  public void draw(Graphics2D graphics, Rectangle2D area) {
    CategoryAxis names = new CategoryAxis();
    names.setTickLabelFont(Theme.REGULAR);
    names.setTickLabelPaint(isHorizontal ? Theme.INK : Theme.MUTED);
    names.setTickMarksVisible(false);
    names.setAxisLinePaint(Theme.AXIS);
    names.setAxisLineStroke(Theme.CONTEXT);
    names.setLowerMargin(0.03);
    names.setUpperMargin(0.03);
    names.setCategoryMargin(0.28);
    NumberAxis share = Theme.values(new Scale(0, 100, 20), numbers);
    CategoryPlot plot = new CategoryPlot(data(), names, share, renderer());
    plot.setOrientation(isHorizontal ? PlotOrientation.HORIZONTAL : PlotOrientation.VERTICAL);
    if (isHorizontal) {
      plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
    }
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setRangeGridlinePaint(Theme.GRID);
    plot.setRangeGridlineStroke(Theme.HAIR);
    if (parts.stream().allMatch(part -> part.values().stream().allMatch(Optional::isEmpty))) {
      plot.addAnnotation(annotation());
    }
    JFreeChart chart = Theme.chart(plot);
    chart.addSubtitle(Theme.line(unitLine, Theme.REGULAR, Theme.MUTED, 5));
    chart.draw(graphics, area);
  }

  private CategoryTextAnnotation annotation() {
    CategoryTextAnnotation text = new CategoryTextAnnotation(nothing, bars.get(0), 50);
    text.setFont(Theme.REGULAR);
    text.setPaint(Theme.MUTED);
    return text;
  }

  private DefaultCategoryDataset data() {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (Part part : parts) {
      for (int i = 0; i < bars.size(); i++) {
        data.addValue(part.values().get(i).orElse(null), part.label(), bars.get(i));
      }
    }
    return data;
  }

  private StackedBarRenderer renderer() {
    StackedBarRenderer renderer = new StackedBarRenderer();
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(true);
    renderer.setDefaultItemLabelGenerator(new Values(numbers));
    renderer.setDefaultItemLabelsVisible(true);
    renderer.setDefaultItemLabelFont(Theme.SMALL);
    renderer.setDefaultPositiveItemLabelPosition(
        new ItemLabelPosition(ItemLabelAnchor.CENTER, TextAnchor.CENTER));
    for (int i = 0; i < parts.size(); i++) {
      renderer.setSeriesPaint(i, BLUES.get(i));
      renderer.setSeriesOutlinePaint(i, Theme.INK);
      renderer.setSeriesOutlineStroke(i, Theme.HAIR);
      renderer.setSeriesItemLabelPaint(i, i < FIRST_DARK ? Theme.INK : Color.WHITE);
    }
    return renderer;
  }

  /** Writes the value of a part that has room for it. */
  private record Values(Numbers numbers) implements CategoryItemLabelGenerator {

    @Override
    public String generateLabel(CategoryDataset data, int part, int bar) {
      Number value = data.getValue(part, bar);
      return value == null || value.doubleValue() < ROOM ? "" : numbers.of(value.doubleValue(), 0);
    }

    @Override
    public String generateRowLabel(CategoryDataset data, int part) {
      return data.getRowKey(part).toString();
    }

    @Override
    public String generateColumnLabel(CategoryDataset data, int bar) {
      return data.getColumnKey(bar).toString();
    }
  }
}
