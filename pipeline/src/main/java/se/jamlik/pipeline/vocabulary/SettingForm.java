package se.jamlik.pipeline.vocabulary;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a setting may hold.
 *
 * @param expected in words, as errors and the page of the settings tell it
 * @param read of what a YAML file holds; nothing when it is not allowed
 * @param told the value as a settings file would hold it
 */
public record SettingForm<T>(
    String expected, Function<Object, Optional<T>> read, Function<T, Object> told) {

  static SettingForm<Integer> whole(int from, int to) {
    return new SettingForm<>(
        "a whole number from %d to %d".formatted(from, to),
        value ->
            number(value)
                .filter(number -> number == Math.rint(number) && number >= from && number <= to)
                .map(Double::intValue),
        number -> number);
  }

  static SettingForm<Double> number(double from, double to, String expected) {
    return new SettingForm<>(
        expected,
        value -> number(value).filter(number -> number >= from && number <= to),
        number -> number);
  }

  static SettingForm<Double> share() {
    return number(0, 1, "a share from 0 to 1");
  }

  static SettingForm<Boolean> truth() {
    return new SettingForm<>(
        "true or false",
        value -> value instanceof Boolean truth ? Optional.of(truth) : Optional.empty(),
        truth -> truth);
  }

  static SettingForm<String> text() {
    return new SettingForm<>("a text", value -> oneText(value).map(String::strip), text -> text);
  }

  /** A text that is told as not given where it is empty. */
  static SettingForm<String> given() {
    return new SettingForm<>("a text", text().read(), SettingForm::given);
  }

  static SettingForm<String> name(String expected) {
    return new SettingForm<>(
        expected, value -> oneText(value).filter(name -> !name.isBlank()), name -> name);
  }

  /** An address of a folder that Hadoop's file systems reach, without a password. */
  static SettingForm<String> address() {
    return new SettingForm<>(
        "an address such as hdfs://HOST/FOLDER, without a password",
        value ->
            text()
                .read()
                .apply(value)
                .filter(text -> text.isEmpty() || RemoteFolder.isAddressWithoutSecret(text)),
        address -> address);
  }

  /** A day; YAML reads a bare one as an instant at midnight UTC. */
  static SettingForm<String> day() {
    return new SettingForm<>("a day such as 2030-12-31", SettingForm::day, SettingForm::given);
  }

  /** Different texts; none at all where the list may be empty. */
  static SettingForm<List<String>> list(Predicate<String> isAllowed, String expected) {
    return new SettingForm<>(
        "a list of " + expected,
        value ->
            value instanceof List<?> list
                    && list.stream().map(String::valueOf).allMatch(isAllowed)
                    && list.stream().distinct().count() == list.size()
                ? Optional.of(list.stream().map(String::valueOf).toList())
                : Optional.empty(),
        list -> list);
  }

  /** A list with at least one element. */
  static SettingForm<List<String>> someOf(Predicate<String> isAllowed, String expected) {
    SettingForm<List<String>> list = list(isAllowed, expected);
    return new SettingForm<>(
        list.expected(),
        value -> list.read().apply(value).filter(elements -> !elements.isEmpty()),
        list.told());
  }

  static <E extends Enum<E>> SettingForm<E> oneOf(E[] all, String expected) {
    return new SettingForm<>(
        expected,
        value -> Stream.of(all).filter(one -> word(one).equals(value.toString())).findFirst(),
        SettingForm::word);
  }

  private static <E extends Enum<E>> String word(E one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<String> oneText(Object value) {
    return value instanceof List ? Optional.empty() : Optional.of(value.toString());
  }

  private static String given(String text) {
    return text.isEmpty() ? Settings.Legal.NOT_GIVEN : text;
  }

  private static Optional<Double> number(Object value) {
    return value instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
  }

  private static Optional<String> day(Object value) {
    try {
      return Optional.of(
          value instanceof Date date
              ? LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC).toString()
              : LocalDate.parse(value.toString()).toString());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
