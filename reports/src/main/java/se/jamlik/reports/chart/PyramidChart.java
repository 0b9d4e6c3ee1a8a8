package se.jamlik.reports.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.CategoryTextAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAnchor;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;
import se.jamlik.reports.words.Numbers;

/**
 * Residents by age, men to the left and women to the right. The dark part of a bar, at the middle,
 * is those with the condition; where their number is not shown the bar has no dark part but two
 * dots.
 */
public record PyramidChart(
    String unitLine,
    String menLabel,
    String womenLabel,
    List<Band> bands,
    String nothing,
    Numbers numbers)
    implements Drawing {

  /** The residents of one age, youngest band first in a pyramid. */
  public record Band(String label, Bar men, Bar women) {}

  /** How many there are, and how many of them have the condition; empty where it is not shown. */
  public record Bar(Optional<Long> persons, Optional<Long> dark) {

    private double darkPart() {
      return dark.orElse(0L).doubleValue();
    }

    /** Both counts carry noise of their own, so that a part can exceed the whole by a few. */
    private double lightPart() {
      return Math.max(0, persons.orElse(0L).doubleValue() - darkPart());
    }

    private double length() {
      return darkPart() + lightPart();
    }
  }

  /** The chart with its key above it; the words tell the four parts from left to right. */
  public Drawing withLegend(String men, String otherMen, String women, String otherWomen) {
    return new Legend(
        List.of(
            new Legend.Box(men, Theme.MEN),
            new Legend.Box(otherMen, Theme.MEN_LIGHT),
            new Legend.Box(women, Theme.WOMEN),
            new Legend.Box(otherWomen, Theme.WOMEN_LIGHT)),
        this);
  }

  @Override
  public void draw(Graphics2D graphics, Rectangle2D area) {
    double longest = bars().mapToDouble(Bar::length).max().orElse(0);
    Scale scale = Scale.aroundZero(longest, 4);
    NumberAxis across = Theme.values(scale, numbers, Theme.Sign.HIDDEN);
    CategoryPlot plot = new CategoryPlot(data(), names(), across, renderer());
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setRangeGridlinePaint(Theme.GRID);
    plot.setRangeGridlineStroke(Theme.HAIR);
    plot.setRangeZeroBaselineVisible(true);
    plot.setRangeZeroBaselinePaint(Theme.INK);
    plot.setRangeZeroBaselineStroke(Theme.CONTEXT);
    if (longest == 0) {
      across.setTickLabelsVisible(false);
      plot.setRangeGridlinesVisible(false);
      plot.setRangeZeroBaselineVisible(false);
    }
    annotate(plot, scale, longest);
    JFreeChart chart = Theme.chart(plot);
    chart.addSubtitle(Theme.line(unitLine, Theme.REGULAR, Theme.MUTED, 5));
    chart.draw(graphics, area);
  }

  private Stream<Bar> bars() {
    return bands.stream().flatMap(band -> Stream.of(band.men(), band.women()));
  }

  private List<Band> oldestFirst() {
    List<Band> reversed = new ArrayList<>(bands);
    Collections.reverse(reversed);
    return reversed;
  }

  private DefaultCategoryDataset data() {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (Band band : oldestFirst()) {
      add(data, "men", band, -band.men().darkPart());
      add(data, "other men", band, -band.men().lightPart());
      add(data, "women", band, band.women().darkPart());
      add(data, "other women", band, band.women().lightPart());
    }
    return data;
  }

  /** A part of nobody has no edge either. */
  private static void add(DefaultCategoryDataset data, String part, Band band, double length) {
    data.addValue(length == 0 ? null : (Number) length, part, band.label());
  }

  private static CategoryAxis names() {
    CategoryAxis names = new CategoryAxis();
    names.setTickLabelFont(Theme.REGULAR);
    names.setTickLabelPaint(Theme.INK);
    names.setTickMarksVisible(false);
    names.setAxisLineVisible(false);
    names.setLowerMargin(0.01);
    names.setUpperMargin(0.01);
    names.setCategoryMargin(0.12);
    return names;
  }

  private static StackedBarRenderer renderer() {
    StackedBarRenderer renderer = new StackedBarRenderer();
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(true);
    List<Color> fills = List.of(Theme.MEN, Theme.MEN_LIGHT, Theme.WOMEN, Theme.WOMEN_LIGHT);
    for (int i = 0; i < fills.size(); i++) {
      renderer.setSeriesPaint(i, fills.get(i));
      renderer.setSeriesOutlinePaint(i, i < 2 ? Theme.MEN : Theme.WOMEN);
      renderer.setSeriesOutlineStroke(i, Theme.HAIR);
    }
    return renderer;
  }

  private void annotate(CategoryPlot plot, Scale scale, double longest) {
    if (longest == 0) {
      String middle = bands.get(Math.floorDiv(bands.size(), 2)).label();
      plot.addAnnotation(text(nothing, middle, 0, TextAnchor.CENTER, Theme.REGULAR, Theme.MUTED));
      return;
    }
    String oldest = oldestFirst().get(0).label();
    double edge = scale.high() * 0.98;
    plot.addAnnotation(
        text(menLabel, oldest, -edge, TextAnchor.CENTER_LEFT, Theme.SEMIBOLD, Theme.MEN));
    plot.addAnnotation(
        text(womenLabel, oldest, edge, TextAnchor.CENTER_RIGHT, Theme.SEMIBOLD, Theme.WOMEN));
    double beside = scale.high() * 0.012;
    for (Band band : bands) {
      if (band.men().dark().isEmpty()) {
        plot.addAnnotation(dots(band, -beside, TextAnchor.CENTER_RIGHT));
      }
      if (band.women().dark().isEmpty()) {
        plot.addAnnotation(dots(band, beside, TextAnchor.CENTER_LEFT));
      }
    }
  }

  private static CategoryTextAnnotation dots(Band band, double at, TextAnchor anchor) {
    return text(Numbers.MISSING, band.label(), at, anchor, Theme.SMALL, Theme.INK);
  }

  private static CategoryTextAnnotation text(
      String words, String band, double at, TextAnchor anchor, Font font, Color color) {
    CategoryTextAnnotation text = new CategoryTextAnnotation(words, band, at);
    text.setCategoryAnchor(CategoryAnchor.MIDDLE);
    text.setTextAnchor(anchor);
    text.setFont(font);
    text.setPaint(color);
    return text;
  }
}
