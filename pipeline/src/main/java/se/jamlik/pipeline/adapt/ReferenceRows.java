package se.jamlik.pipeline.adapt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.ReferenceValue;

/** The rows of reference files, and what is wrong with them; no problem tells a row's value. */
final class ReferenceRows {
  private static final List<String> REQUIRED =
      List.of("indicator", "period", "area", "value", "source");
  private static final List<String> KNOWN =
      List.of("indicator", "period", "area", "value", "ci_low", "ci_high", "source");
  private static final Pattern PERIOD = Pattern.compile("\\d{4}|\\d{4}-\\d{4}|R12-\\d{4}-\\d{2}");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.,][0-9]+)?");

  private final Definitions definitions;
  private final KoladaValues kolada;
  private final Map<ReferenceValue.Key, String> places = new HashMap<>();
  private final List<ReferenceValue> values = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  ReferenceRows(Definitions definitions) {
    this.definitions = definitions;
    this.kolada = new KoladaValues(definitions);
  }

  List<ReferenceValue> values() {
    return List.copyOf(values);
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  void problem(String place, String what) {
    problems.add(place + ": " + what);
  }

  void read(String file, String text) {
    if (file.toLowerCase(Locale.ROOT).endsWith(".json")) {
      kolada
          .ofAnswer(text)
          .ifPresentOrElse(
              found -> found.forEach(value -> add(file, value)),
              () -> problem(file, "it is no answer of Kolada's (expected values in JSON)"));
      return;
    }
    List<String> lines = text.replace("\uFEFF", "").lines().toList();
    if (lines.isEmpty() || lines.get(0).isBlank()) {
      problem(file, "it is empty (expected a header line)");
      return;
    }
    char delimiter = Header.delimiterOf(lines.get(0));
    Header header = Header.ofLine(lines.get(0), delimiter);
    if (!header.repeated().isEmpty()) {
      problem(file, "two columns have the same name");
    } else if (KoladaValues.isHeader(header)) {
      readLines(file, lines, delimiter, header, this::addKolada);
    } else if (!header.names().containsAll(REQUIRED) || !KNOWN.containsAll(header.names())) {
      problem(
          file,
          "the columns are others (expected %s, and perhaps ci_low and ci_high, or Kolada's kpi, municipality, period, gender and value)"
              .formatted(String.join(", ", REQUIRED)));
    } else {
      readLines(file, lines, delimiter, header, this::addOwn);
    }
  }

  /** What becomes of a line, by its place and its fields. */
  private interface Adding {
    void add(String place, ReferenceLine line);
  }

  private void readLines(
      String file, List<String> lines, char delimiter, Header header, Adding adding) {
    int columns = header.names().size();
    Fields fields = new Fields(delimiter, columns);
    for (int number = 2; number <= lines.size(); number++) {
      String line = lines.get(number - 1);
      String place = "%s line %d".formatted(file, number);
      if (line.isBlank()) {
        continue;
      }
      if (fields.split(line) != columns) {
        problem(place, "too few or too many fields (expected %d)".formatted(columns));
      } else {
        adding.add(place, ReferenceLine.of(header, fields));
      }
    }
  }

  private void addKolada(String place, ReferenceLine line) {
    if (line.text("value").isEmpty()) {
      return;
    }
    Optional<Double> number = number(line.text("value"));
    if (number.isEmpty()) {
      problem(place, "value is not a number");
    } else {
      kolada.ofLine(line, number.get()).ifPresent(value -> add(place, value));
    }
  }

  private void addOwn(String place, ReferenceLine line) {
    List<String> wrong = new ArrayList<>();
    if (definitions.indicators().stream()
        .noneMatch(indicator -> indicator.id().equals(line.text("indicator")))) {
      wrong.add("there is no such indicator");
    }
    if (!PERIOD.matcher(line.text("period")).matches()) {
      wrong.add("period is none (expected such as 2024, 2023-2025 or R12-2026-10)");
    }
    Stream.of("area", "source")
        .filter(column -> line.text(column).isEmpty())
        .map(column -> column + " is missing")
        .forEach(wrong::add);
    Optional<Double> value = number(line.text("value"));
    Optional<Double> low = number(line.text("ci_low"));
    Optional<Double> high = number(line.text("ci_high"));
    if (value.isEmpty()) {
      wrong.add("value is not a number");
    } else if (isNoInterval(line, value.get(), low, high)) {
      wrong.add("ci_low and ci_high are no interval around value (expected both or none)");
    }
    wrong.forEach(what -> problem(place, what));
    if (wrong.isEmpty()) {
      add(
          place,
          new ReferenceValue(
              line.text("indicator"),
              line.text("period"),
              line.text("area"),
              value.orElseThrow(),
              low.orElse(null),
              high.orElse(null),
              line.text("source")));
    }
  }

  private static boolean isNoInterval(
      ReferenceLine line, double value, Optional<Double> low, Optional<Double> high) {
    boolean isTold = !line.text("ci_low").isEmpty() || !line.text("ci_high").isEmpty();
    return isTold && (low.isEmpty() || high.isEmpty() || low.get() > value || high.get() < value);
  }

  private void add(String place, ReferenceValue value) {
    String before = places.putIfAbsent(value.key(), place);
    if (before != null) {
      problem(
          place,
          "indicator, period and area are those of %s (expected one value of each)"
              .formatted(before));
    } else {
      values.add(value);
    }
  }

  private static Optional<Double> number(@Nullable String text) {
    return text != null && NUMBER.matcher(text).matches()
        ? Optional.of(Double.valueOf(text.replace(',', '.')))
        : Optional.empty();
  }
}
