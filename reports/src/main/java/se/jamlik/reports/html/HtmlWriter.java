package se.jamlik.reports.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import se.jamlik.reports.chart.Typeface;
import se.jamlik.reports.page.Figure;
import se.jamlik.reports.page.Report;
import se.jamlik.reports.page.Template;

/**
 * Makes one file of HTML of a report: style, glyphs and charts are inside, and no script. The same
 * report gives the same bytes.
 */
public final class HtmlWriter {

  private static final String FONTS = "/*FONTS*/";
  private static final String STYLE = style();

  private HtmlWriter() {}

  /** The page in UTF-8. */
  public static byte[] html(Report report) {
    Typeface.register();
    Map<String, String> charts = new TreeMap<>();
    for (Figure figure : report.figures()) {
      charts.put(figure.chart(), SvgChart.of(figure));
    }
    String page = Template.web(report, charts, STYLE);
    return page.replace(FONTS, WebFont.rules(page)).getBytes(StandardCharsets.UTF_8);
  }

  private static String style() {
    try (InputStream in = HtmlWriter.class.getResourceAsStream("/se/jamlik/reports/web.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
