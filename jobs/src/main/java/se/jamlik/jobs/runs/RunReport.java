package se.jamlik.jobs.runs;

import java.nio.file.Path;
import java.util.Locale;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * One page about one run, for those who look after the nights: {@code <out>/runs/<run>/report.html}
 * stands alone, without scripts. All that it tells stands in {@code run.json} too, but for what
 * changed since the last release.
 */
public final class RunReport {
  /** The name of the page, beside {@code run.json}. */
  public static final String FILE = "report.html";

  private RunReport() {}

  /** Writes the page of a run that has ended. */
  public static void write(Path out, String run) {
    Path folder = out.resolve("runs").resolve(run);
    RunPage page = RunPage.of(Run.read(folder), Changes.sinceTheLast(out, run));
    ReplacedFile.write(folder, FILE, html(page));
  }

  /** The page in the syntax of XML, as a web browser reads it too. */
  static String html(RunPage page) {
    ClassLoaderTemplateResolver resolver =
        new ClassLoaderTemplateResolver(RunReport.class.getClassLoader());
    resolver.setPrefix("se/jamlik/jobs/runs/");
    resolver.setSuffix(".xhtml");
    resolver.setTemplateMode(TemplateMode.XML);
    resolver.setCharacterEncoding("UTF-8");
    TemplateEngine engine = new TemplateEngine();
    engine.setTemplateResolver(resolver);
    Context context = new Context(Locale.ROOT);
    context.setVariable("page", page);
    return engine.process("report", context);
  }
}
