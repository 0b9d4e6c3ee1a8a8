package se.jamlik.reports.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Places a report in the template. All logic is in the report; the template only loops. */
public final class Template {

  private static final String FOLDER = "se/jamlik/reports/";
  private static final TemplateEngine ENGINE = engine();
  private static final String STYLE = style();

  private Template() {}

  /** The report as XHTML. */
  public static String xhtml(Report report) {
    String style = STYLE.replace("FOOTER", report.footerInStyle());
    return ENGINE.process("report", context(report, style, false));
  }

  /**
   * The report as a web page of its own.
   *
   * @param charts the drawings as SVG, by name
   * @param style the style sheet
   */
  public static String web(Report report, Map<String, String> charts, String style) {
    Context context = context(report, style, true);
    context.setVariable("charts", charts);
    context.setVariable("pdf", report.fileName());
    return ENGINE.process("web", context);
  }

  private static Context context(Report report, String style, boolean isWeb) {
    Context context = new Context(Locale.forLanguageTag(report.language()));
    context.setVariable("report", report);
    context.setVariable("style", style);
    context.setVariable("web", isWeb);
    return context;
  }

  private static TemplateEngine engine() {
    ClassLoaderTemplateResolver resolver =
        new ClassLoaderTemplateResolver(Template.class.getClassLoader());
    resolver.setPrefix(FOLDER);
    resolver.setSuffix(".xhtml");
    resolver.setTemplateMode(TemplateMode.XML);
    resolver.setCharacterEncoding("UTF-8");
    TemplateEngine engine = new TemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }

  private static String style() {
    try (InputStream in = Template.class.getResourceAsStream("/" + FOLDER + "style.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
