package se.jamlik.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a web page of ours says: its text, and the texts that are only heard. */
final class WebPageText {

  private static final Pattern HEARD =
      Pattern.compile("\\s(?:title|alt|aria-label|content)=\"([^\"]*)\"");
  private static final String INSIDE_A_LINE = "</?(?:strong|em|span|abbr|a)\\b[^>]*>";

  private WebPageText() {}

  /** A line for each element that begins one, and then the texts of attributes. */
  static String of(Path page) throws IOException {
    String html = Files.readString(page).replaceAll("(?s)<style>.*?</style>", "");
    String heard =
        HEARD
            .matcher(html)
            .results()
            .map((MatchResult found) -> found.group(1))
            .collect(Collectors.joining("\n"));
    String seen = html.replaceAll(INSIDE_A_LINE, "").replaceAll("<[^>]*>", "\n");
    return unescaped((seen + "\n" + heard).replaceAll("\n\\s*\n+", "\n").strip());
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }
}
