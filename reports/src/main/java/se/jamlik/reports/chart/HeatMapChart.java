package se.jamlik.reports.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.LookupPaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultXYZDataset;
import se.jamlik.reports.words.Numbers;

/**
 * How much more often than expected two things come together: the lower triangle of a square with
 * their values, and their names on the diagonal. Only what is established has a colour.
 *
 * @param values a row for each name, with a place for each name before it
 */
public record HeatMapChart(
    String unitLine, List<String> names, List<List<Square>> values, String nothing, Numbers numbers)
    implements Drawing {

  /** The least value of each colour after the first. */
  public static final List<Double> CUTS = List.of(0.67, 0.9, 1.1, 1.5, 2.0, 3.0);

  /** From much rarer than expected, over as expected, to much more common. */
  private static final List<Color> COLORS =
      List.of(
          new Color(0x2166AC),
          new Color(0x92C5DE),
          new Color(0xF3F5F7),
          new Color(0xFDDBC7),
          new Color(0xF4A582),
          new Color(0xC0432F),
          new Color(0x7F1521));

  private static final int AS_EXPECTED = 2;

  /** How much of its place a square fills. */
  private static final double FILLED = 0.96;

  /** Room for the longest name on the diagonal, in squares. */
  private static final double ROOM_FOR_NAMES = 4.2;

  /**
   * The value of two things.
   *
   * @param value empty when it is not shown
   * @param isEstablished whether its whole interval lies on one side of what is expected
   */
  public record Square(Optional<Double> value, boolean isEstablished) {

    private int color() {
      double known = value.orElse(1.0);
      return isEstablished ? (int) CUTS.stream().filter(cut -> known >= cut).count() : AS_EXPECTED;
    }
  }

  /** The chart with its key above it: one text for each colour. */
  public Drawing withLegend(List<String> texts) {
    return new Legend(
        IntStream.range(0, COLORS.size())
            .mapToObj(i -> (Legend.Entry) new Legend.Box(texts.get(i), COLORS.get(i)))
            .toList(),
        this);
  }

  @Override
  public void draw(Graphics2D graphics, Rectangle2D area) {
    NumberAxis across =
        Theme.values(new Scale(-0.5, names.size() - 1 + ROOM_FOR_NAMES, 1), numbers);
    across.setVisible(false);
    SymbolAxis down = Theme.words(names);
    down.setRange(-0.5, names.size() - 0.5);
    down.setInverted(true);
    down.setAxisLineVisible(false);
    down.setTickLabelPaint(Theme.INK);
    XYPlot plot = Theme.plot(across, down);
    plot.setDataset(data());
    plot.setRenderer(renderer());
    for (int row = 0; row < names.size(); row++) {
      name(plot, row);
      for (int column = 0; column < row; column++) {
        value(plot, row, column);
      }
    }
    if (values.stream().flatMap(List::stream).allMatch(square -> square.value().isEmpty())) {
      plot.addAnnotation(Words.annotation(nothing, names.size() * 0.7, names.size() * 0.2));
    }
    JFreeChart chart = Theme.chart(plot);
    chart.addSubtitle(Theme.line(unitLine, Theme.REGULAR, Theme.MUTED, 5));
    chart.draw(graphics, area);
  }

  /** The squares with the number of their colour. */
  private DefaultXYZDataset data() {
    int squares = values.stream().mapToInt(List::size).sum();
    double[][] data = new double[3][squares];
    int next = 0;
    for (int row = 0; row < values.size(); row++) {
      for (int column = 0; column < values.get(row).size(); column++) {
        data[0][next] = column;
        data[1][next] = row;
        data[2][next++] = values.get(row).get(column).color();
      }
    }
    DefaultXYZDataset dataset = new DefaultXYZDataset();
    dataset.addSeries("squares", data);
    return dataset;
  }

  private static XYBlockRenderer renderer() {
    LookupPaintScale scale = new LookupPaintScale(-0.5, COLORS.size(), Color.WHITE);
    for (int i = 0; i < COLORS.size(); i++) {
      scale.add(i - 0.5, COLORS.get(i));
    }
    XYBlockRenderer renderer = new XYBlockRenderer();
    renderer.setPaintScale(scale);
    renderer.setBlockWidth(FILLED);
    renderer.setBlockHeight(FILLED);
    return renderer;
  }

  private void name(XYPlot plot, int row) {
    XYTextAnnotation name = new XYTextAnnotation(names.get(row), row - 0.4, row);
    name.setTextAnchor(TextAnchor.CENTER_LEFT);
    name.setFont(Theme.REGULAR);
    name.setPaint(Theme.MUTED);
    plot.addAnnotation(name);
  }

  private void value(XYPlot plot, int row, int column) {
    Square square = values.get(row).get(column);
    XYTextAnnotation value = new XYTextAnnotation(numbers.of(square.value(), 1), column, row);
    value.setTextAnchor(TextAnchor.CENTER);
    value.setFont(square.isEstablished() ? Theme.SMALL_SEMIBOLD : Theme.SMALL);
    value.setPaint(textColor(square));
    plot.addAnnotation(value);
  }

  /** White on the first and the last two colours; what is not established is muted. */
  private static Color textColor(Square square) {
    int color = square.color();
    if (!square.isEstablished()) {
      return Theme.MUTED;
    }
    return color == 0 || color >= COLORS.size() - 2 ? Color.WHITE : Theme.INK;
  }
}
