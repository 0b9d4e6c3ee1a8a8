package se.jamlik.jobs;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.jamlik.reports.Language;

/** Reads values of settings that have several elements; one that is left out has none. */
record SettingElements(SettingProblems problems) {

  /** Any texts. */
  List<String> texts(String key, @Nullable Object value) {
    return list(key, value, Optional::of, "texts");
  }

  /** At least one element, all different, of those that are known. */
  <T> List<T> list(
      String key, @Nullable Object value, Function<String, Optional<T>> known, String expected) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list && !list.isEmpty()) {
      List<T> elements =
          list.stream()
              .map(String::valueOf)
              .map(known)
              .flatMap(Optional::stream)
              .distinct()
              .toList();
      if (elements.size() == list.size()) {
        return elements;
      }
    }
    problems.wrong(key, "a list of different ones among " + expected, value);
    return List.of();
  }

  /** One text for every language, or one for each. */
  Map<Language, String> byLanguage(String key, @Nullable Object value) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (language, text) ->
              languageOf(String.valueOf(language))
                  .ifPresentOrElse(
                      one -> texts.put(one, String.valueOf(text)),
                      () -> problems.wrong(key, "texts by language, sv and en", language)));
    } else if (value instanceof List<?>) {
      problems.wrong(key, "a text, or texts by language", value);
    } else if (value != null) {
      Stream.of(Language.values()).forEach(language -> texts.put(language, value.toString()));
    }
    return texts;
  }

  /** By what its files end with. */
  static Optional<Language> languageOf(String suffix) {
    return Stream.of(Language.values())
        .filter(language -> language.suffix().equals(suffix))
        .findFirst();
  }

  /** The names that settings know all constants by. */
  static <E extends Enum<E>> String names(E[] all, Function<E, String> name) {
    return String.join(", ", Stream.of(all).map(name).toList()).toLowerCase(Locale.ROOT);
  }
}
