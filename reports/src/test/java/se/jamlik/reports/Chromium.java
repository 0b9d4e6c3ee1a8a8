package se.jamlik.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A headless Chromium that opens a page once, runs scripts in it and tells what they wrote. Nothing
 * drives it: the scripts are put into a copy of the page.
 */
final class Chromium {

  private static final String BEGIN = "<pre id=\"told\">";
  private static final String TOLD =
      "const tell = told => { const pre = document.createElement('pre'); pre.id = 'told';"
          + " pre.textContent = told; document.body.append(pre); };";

  /** Rules of WCAG 2.1 A and AA, and what the makers of axe hold to be good practice. */
  private static final String JUDGE =
      "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']})"
          + ".then(found => tell(found.violations.map(rule => rule.id + ': ' + rule.help + ' '"
          + " + rule.nodes.map(node => node.html.slice(0, 160)).slice(0, 3).join(' | ')).join('\\n')"
          + " + '\\nrules passed: ' + found.passes.length))";

  private final Path program;
  private final Path folder;

  private Chromium(Path program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /** The browser of this machine, if there is one. */
  static Optional<Chromium> in(Path folder) {
    return Stream.of(System.getenv("PATH").split(":"))
        .flatMap(
            path ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(Path.of(path)::resolve))
        .filter(Files::isExecutable)
        .findFirst()
        .map(program -> new Chromium(program, folder));
  }

  /** One line for each broken rule, and a last one with the number of those that are kept. */
  List<String> judge(String page) {
    return told(page, script(axe()) + script(TOLD + JUDGE)).lines().toList();
  }

  /** How many pixels of a page stand outside a window of some width. */
  int overflow(String page, int width) {
    String frame =
        "<!DOCTYPE html><html><body><iframe id=\"frame\" style=\"width:%dpx;height:600px;border:0\" srcdoc=\"%s\"></iframe></body></html>"
            .formatted(width, page.replace("&", "&amp;").replace("\"", "&quot;"));
    String measure =
        "const frame = document.getElementById('frame'); frame.addEventListener('load', () =>"
            + " { const page = frame.contentDocument.documentElement;"
            + " tell(page.scrollWidth - page.clientWidth); });";
    return Integer.parseInt(told(frame, script(TOLD + measure)).strip());
  }

  private String told(String page, String scripts) {
    String copy = page.replace("</body>", scripts + "</body>");
    try {
      Path file = Files.writeString(Files.createTempFile(folder, "page", ".html"), copy);
      String dom = run(file);
      int begin = dom.indexOf(BEGIN);
      if (begin < 0) {
        throw new IllegalStateException("The scripts in " + file + " told nothing.");
      }
      return dom.substring(begin + BEGIN.length(), dom.indexOf("</pre>", begin))
          .replace("&lt;", "<")
          .replace("&gt;", ">")
          .replace("&amp;", "&");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String run(Path file) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--user-data-dir=" + Files.createTempDirectory(folder, "profile"),
            "--virtual-time-budget=60000",
            "--dump-dom",
            file.toUri().toString()));
    Path output = Files.createTempFile(folder, "dom", ".html");
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!process.waitFor(3, TimeUnit.MINUTES)) {
        throw new IllegalStateException("The browser does not end with " + file + ".");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(output);
  }

  private static String script(String code) {
    return "<script>" + code + "</script>";
  }

  private static String axe() {
    try (InputStream in = Chromium.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
