package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import se.jamlik.reports.chart.PanelChart;
import se.jamlik.reports.chart.PanelChart.Panel;
import se.jamlik.reports.chart.PanelChart.Point;
import se.jamlik.reports.chart.Style;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.words.Measure;

/**
 * Measures beside each other over the same rows, as a chart and as the table with the same numbers.
 *
 * @param series what stands in the rows, in their order
 * @param beneath what stands in the table alone, as the last rows
 * @param reference the cell whose value is the line of a measure's panel
 * @param heading what a measure is called above its panel and its column
 */
record Panels(
    Desk desk,
    List<Measure> measures,
    List<Series> series,
    List<Series> beneath,
    Function<Measure, Cell> reference,
    Function<Measure, String> heading) {

  /**
   * The points of one place or group, one for each measure.
   *
   * @param row the name of the row of the chart, which several series may share
   * @param name of the row of the table
   * @param down how far below the middle of its row it is drawn, in rows
   */
  record Series(
      String row,
      String name,
      double down,
      boolean isOwn,
      Function<Measure, Cell> cell,
      BiFunction<Measure, Cell, Style> style) {}

  /** Whether not a single value may be shown. */
  boolean isSilent() {
    return measures.stream()
        .flatMap(measure -> series.stream().map(one -> one.cell().apply(measure)))
        .allMatch(cell -> cell.estimate().isEmpty());
  }

  PanelChart chart() {
    List<String> rows = rows();
    int own =
        series.stream()
            .filter(Series::isOwn)
            .findFirst()
            .map(one -> rows.indexOf(one.row()))
            .orElse(-1);
    return new PanelChart(
        rows,
        measures.stream().map(measure -> panel(measure, rows)).toList(),
        own < 0 ? OptionalInt.empty() : OptionalInt.of(own),
        desk.say("nothing"),
        desk.numbers());
  }

  int rowCount() {
    return rows().size();
  }

  private List<String> rows() {
    return series.stream().map(Series::row).distinct().toList();
  }

  private Panel panel(Measure measure, List<String> rows) {
    List<Point> points = new ArrayList<>();
    for (Series one : series) {
      Cell cell = one.cell().apply(measure);
      points.add(
          new Point(
              rows.indexOf(one.row()),
              one.down(),
              cell.estimate(),
              one.style().apply(measure, cell)));
    }
    return new Panel(
        marked(heading.apply(measure), measure),
        measure.unitAlone(),
        points,
        reference.apply(measure).value());
  }

  /**
   * One row a series; two columns a measure: value and interval.
   *
   * @param query that reads the numbers from the release
   */
  Table table(String label, String caption, String firstColumn, List<String> notes, String query) {
    List<Table.Heading> headings = new ArrayList<>();
    headings.add(Table.Heading.text(firstColumn));
    for (Measure measure : measures) {
      headings.add(
          Table.Heading.number(
              marked(heading.apply(measure), measure) + ", " + measure.unitAlone()));
      headings.add(Table.Heading.number(desk.say("column.interval")));
    }
    List<Table.Row> rows =
        Stream.concat(series.stream(), beneath.stream())
            .map(
                one ->
                    one.isOwn()
                        ? Table.Row.own(one.name(), cells(one))
                        : Table.Row.of(one.name(), cells(one)))
            .toList();
    return desk.explained(
        new Table(label, caption, "municipalities", headings, rows, notes).readBy(query));
  }

  private List<TableCell> cells(Series one) {
    return measures.stream()
        .flatMap(
            measure -> {
              Cell cell = one.cell().apply(measure);
              return Stream.of(desk.number(measure, cell), desk.interval(measure, cell));
            })
        .map(TableCell::number)
        .toList();
  }

  private String marked(String label, Measure measure) {
    return desk.marked(label, series.stream().map(one -> one.cell().apply(measure)));
  }
}
