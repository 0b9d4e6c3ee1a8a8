package se.jamlik.reports.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.jamlik.reports.Language;
import se.jamlik.reports.chart.Drawing;
import se.jamlik.reports.words.Texts;

/** Everything that a template places in a report about one place. */
public record Report(
    String language,
    String fileName,
    String title,
    String overTitle,
    String underTitle,
    String author,
    String description,
    String footer,
    List<String> warnings,
    Summary summary,
    List<Section.Item> readingGuide,
    List<String> questions,
    List<Chapter> chapters,
    List<Picture> logotypes,
    List<String> contact,
    Texts texts,
    Instant madeAt) {

  /** A picture that the page holds in itself, with a text for those who cannot see it. */
  public record Picture(String uri, String alternative) {}

  /** All figures, in the order in which they stand. */
  public List<Figure> figures() {
    return Stream.concat(
            summary.figures().stream(),
            chapters.stream()
                .flatMap(chapter -> chapter.sections().stream())
                .flatMap(section -> section.figures().stream()))
        .toList();
  }

  /** The drawings of all figures, by the name the page uses. */
  public Map<String, Drawing> drawings() {
    Map<String, Drawing> drawings = new TreeMap<>();
    figures().forEach(figure -> drawings.put(figure.chart(), figure.drawing()));
    return drawings;
  }

  /** All tables, in the order in which they stand. */
  public List<Table> tables() {
    return Stream.concat(
            Stream.of(summary.overview()),
            chapters.stream()
                .flatMap(chapter -> chapter.sections().stream())
                .flatMap(section -> section.tables().stream()))
        .toList();
  }

  /** The CSV of each of the {@link #tables}. */
  public List<Attachment> attachments() {
    Language written =
        Stream.of(Language.values())
            .filter(known -> known.tag().equals(language))
            .findFirst()
            .orElseThrow();
    return tables().stream().map(table -> Attachment.of(table, written, texts)).toList();
  }

  /** The footer as a string of the style sheet. */
  public String footerInStyle() {
    return footer.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** A text of the language with one name filled in, for the template. */
  public String say(String key, String name, String value) {
    return texts.say(key, name, value);
  }

  /** A text of the language, for the template. */
  public String say(String key) {
    return texts.say(key);
  }
}
