package se.jamlik.reports.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.jamlik.reports.Language;

/** Rules that every text of every part follows, in both languages. */
class TextsTest {
  private static final Pattern FILLED_IN = Pattern.compile("\\{[a-z_]+\\}");

  /** The numbers show what is, never why: no text may name a cause, not even to deny one. */
  private static final Map<Language, Pattern> CAUSES =
      Map.of(
          Language.SV,
          Pattern.compile(
              "(?i)\\b(beror|orsak\\w*|leder till|tack vare|på grund av|till följd av|medför\\w*)\\b"),
          Language.EN,
          Pattern.compile(
              "(?i)\\b(because|caused|causes?(?! of death)|causing|leads? to|led to|due to|thanks to|owing to|results? in|as a result)\\b"));

  static Stream<String> parts() {
    return Texts.PARTS.stream();
  }

  @ParameterizedTest
  @MethodSource("parts")
  void bothLanguagesHaveTheSameKeys(String part) {
    assertThat(Texts.ofPart(part, Language.EN).stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(Texts.ofPart(part, Language.SV).stringPropertyNames());
  }

  @ParameterizedTest
  @MethodSource("parts")
  void bothLanguagesFillInTheSameNames(String part) {
    assertThat(filledIn(part, Language.EN)).isEqualTo(filledIn(part, Language.SV));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void whatIsEmptyInOneLanguageIsEmptyInTheOther(String part) {
    assertThat(empty(part, Language.EN)).isEqualTo(empty(part, Language.SV));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void noTextNamesACause(Language language) {
    assertThat(lines(language).filter(CAUSES.get(language).asPredicate())).isEmpty();
  }

  @Test
  void anEnglishTextHasNoSwedishLetters() {
    assertThat(lines(Language.EN).filter(line -> line.matches(".*[åäöÅÄÖ].*"))).isEmpty();
  }

  @Test
  void anAbbreviationKeepsItsCapitalsInsideASentence() {
    assertThat(Stream.of("ADHD drugs", "Home care", "", "A").map(Texts::decapitalised))
        .containsExactly("ADHD drugs", "home care", "", "a");
  }

  private static Map<String, List<String>> filledIn(String part, Language language) {
    Properties texts = Texts.ofPart(part, language);
    Map<String, List<String>> names = new TreeMap<>();
    for (String key : texts.stringPropertyNames()) {
      names.put(
          key,
          FILLED_IN
              .matcher(texts.getProperty(key))
              .results()
              .map(MatchResult::group)
              .sorted()
              .distinct()
              .toList());
    }
    return names;
  }

  private static Set<String> empty(String part, Language language) {
    Properties texts = Texts.ofPart(part, language);
    return texts.stringPropertyNames().stream()
        .filter(key -> texts.getProperty(key).isBlank())
        .collect(Collectors.toSet());
  }

  private static Stream<String> lines(Language language) {
    return Texts.PARTS.stream()
        .map(part -> Texts.ofPart(part, language))
        .flatMap(
            texts ->
                texts.stringPropertyNames().stream()
                    .map(key -> key + "=" + texts.getProperty(key)));
  }
}
