package se.jamlik.reports.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import se.jamlik.reports.Language;

/**
 * Every text of the reports in one language, from one file a part: {@code
 * texts/equity_sv.properties}. Names in braces are filled in, and no two numbers may meet.
 */
public final class Texts {

  /** The parts of the texts. No two hold the same key. */
  static final List<String> PARTS =
      List.of(
          "common",
          "core",
          "indicators",
          "summary",
          "population",
          "multimorbidity",
          "equity",
          "concentration",
          "municipalities",
          "beside",
          "areas",
          "old",
          "depth",
          "children",
          "development",
          "comorbidity",
          "conditions",
          "course",
          "all",
          "method",
          "form");

  private final Language language;
  private final Map<String, String> texts;

  private Texts(Language language, Map<String, String> texts) {
    this.language = language;
    this.texts = texts;
  }

  /** Reads the texts of a language. */
  public static Texts in(Language language) {
    Map<String, String> texts = new TreeMap<>();
    for (String part : PARTS) {
      Properties properties = ofPart(part, language);
      for (String key : properties.stringPropertyNames()) {
        if (texts.put(key, unbroken(properties.getProperty(key))) != null) {
          throw new IllegalStateException("Two parts of the reports' texts have '" + key + "'.");
        }
      }
    }
    return new Texts(language, texts);
  }

  /** The texts of a part as they stand in its file. */
  static Properties ofPart(String part, Language language) {
    String file = "/se/jamlik/reports/texts/" + part + "_" + language.suffix() + ".properties";
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Texts.class.getResourceAsStream(file)),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  public Language language() {
    return language;
  }

  /** A number, its thousands and its percent sign never part at the end of a line. */
  private static String unbroken(String text) {
    return text.replaceAll("(?<=[0-9}]) %", "\u00A0%")
        .replaceAll("per (?=[0-9])", "per\u00A0")
        .replaceAll("(?<=[0-9]) (?=[0-9]{3})", "\u202F");
  }

  /** The text of a key, with {@code {name}} filled in from pairs of name and value. */
  public String say(String key, Object... namesAndValues) {
    String text =
        find(key)
            .orElseThrow(
                () -> new IllegalStateException("No text '" + key + "' in the reports' texts."));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      text = text.replace("{" + namesAndValues[i] + "}", String.valueOf(namesAndValues[i + 1]));
    }
    return text;
  }

  /** The text of a key that need not exist. */
  public Optional<String> find(String key) {
    return Optional.ofNullable(texts.get(key));
  }

  /** As inside a sentence; a name that starts with an abbreviation keeps it: "ADHD drugs". */
  public static String decapitalised(String text) {
    boolean startsWithAbbreviation = text.matches("\\p{Lu}[\\p{Lu}\\d].*");
    return text.isEmpty() || startsWithAbbreviation
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  public static String capitalised(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
