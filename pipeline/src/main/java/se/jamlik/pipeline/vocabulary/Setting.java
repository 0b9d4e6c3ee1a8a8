package se.jamlik.pipeline.vocabulary;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One key of the settings file: how it is read, told and documented. Its default stands in {@link
 * Settings#defaults} alone.
 *
 * @param name kebab-case words, with dots for groups
 * @param unit of its value; empty for none
 * @param meaning in one sentence, for docs/settings.md
 * @param form what it may hold
 * @param whenUnsafe the same where {@code protect.unsafe} is true
 * @param place where its value stands
 */
public record Setting<T>(
    String name,
    String unit,
    String meaning,
    SettingForm<T> form,
    SettingForm<T> whenUnsafe,
    Function<Settings, T> place) {

  static <T> Setting<T> of(
      String name, String unit, SettingForm<T> form, Function<Settings, T> place, String meaning) {
    return new Setting<>(name, unit, meaning, form, form, place);
  }

  /** The same setting, with weaker values where they are called unsafe. */
  Setting<T> orUnsafe(SettingForm<T> weaker) {
    return new Setting<>(name, unit, meaning, form, weaker, place);
  }

  /** The value that an installation has that does not choose. */
  public T byDefault() {
    return place.apply(Settings.defaults());
  }

  /** The value as a settings file would hold it. */
  public Object told(Settings settings) {
    return form.told().apply(place.apply(settings));
  }

  /** What the page of the settings tells of it. */
  public SettingLine line() {
    return new SettingLine(
        name,
        form.equals(whenUnsafe)
            ? form.expected()
            : form.expected() + "; with protect.unsafe " + whenUnsafe.expected(),
        inWords(form.told().apply(byDefault())),
        unit,
        meaning);
  }

  private static String inWords(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }
    String text = value.toString();
    return text.isEmpty() ? "\"\"" : text;
  }
}
