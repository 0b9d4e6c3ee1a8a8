package se.jamlik.pipeline.adapt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;
import se.jamlik.pipeline.vocabulary.ReferenceValue;

/**
 * Makes reference values of what was downloaded from Kolada: the JSON that its service answers with
 * (values of kpi, municipality and period, each with values by gender), or the same as text with a
 * line a value. Taken are the values of both sexes whose key figure an indicator names; others, and
 * those without a number, are left alone.
 *
 * <p>Source: kolada.se/om-oss/api.
 */
final class KoladaValues {
  private static final String BOTH_SEXES = "T";
  private static final String COUNTRY_CODE = "0000";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, IndicatorDefinition> byKeyFigure = new HashMap<>();

  KoladaValues(Definitions definitions) {
    definitions
        .indicators()
        .forEach(
            indicator ->
                Stream.ofNullable(indicator.kolada())
                    .forEach(kolada -> byKeyFigure.put(kolada.id(), indicator)));
  }

  static boolean isHeader(Header header) {
    return header.names().containsAll(List.of("kpi", "value"))
        && (header.names().contains("municipality") || header.names().contains("municipality_id"))
        && (header.names().contains("period") || header.names().contains("year"));
  }

  /** The value of a line; nothing where it is none of ours. */
  Optional<ReferenceValue> ofLine(ReferenceLine line, double value) {
    String gender = line.text("gender");
    String code = line.text("municipality_id");
    String year = line.text("period");
    return gender.isEmpty() || gender.equals(BOTH_SEXES)
        ? value(
            line.text("kpi"),
            code.isEmpty() ? line.text("municipality") : code,
            year.isEmpty() ? line.text("year") : year,
            value)
        : Optional.empty();
  }

  /** The values of an answer; nothing where it is none. */
  Optional<List<ReferenceValue>> ofAnswer(String text) {
    try {
      JsonNode answer = JSON.readTree(text).path("values");
      if (!answer.isArray()) {
        return Optional.empty();
      }
      List<ReferenceValue> values = new ArrayList<>();
      for (JsonNode entry : answer) {
        for (JsonNode one : entry.path("values")) {
          if (one.path("gender").asText().equals(BOTH_SEXES) && one.path("value").isNumber()) {
            value(
                    entry.path("kpi").asText(),
                    entry.path("municipality").asText(),
                    entry.path("period").asText(),
                    one.path("value").doubleValue())
                .ifPresent(values::add);
          }
        }
      }
      return Optional.of(values);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private Optional<ReferenceValue> value(
      String keyFigure, String municipality, String year, double value) {
    return Optional.ofNullable(byKeyFigure.get(keyFigure))
        .filter(indicator -> year.matches("\\d{4}"))
        .map(
            indicator ->
                new ReferenceValue(
                    indicator.id(),
                    period(indicator, Integer.parseInt(year)),
                    isCountry(municipality) ? ReferenceValue.COUNTRY : municipality,
                    value,
                    null,
                    null,
                    "Kolada " + keyFigure));
  }

  private static boolean isCountry(String municipality) {
    return municipality.equals(COUNTRY_CODE)
        || municipality.equalsIgnoreCase(ReferenceValue.COUNTRY);
  }

  /** A mean of several years is told at the last of them. */
  private static String period(IndicatorDefinition indicator, int year) {
    return Stream.ofNullable(indicator.kolada())
        .filter(kolada -> kolada.years() > 1)
        .map(kolada -> "%d-%d".formatted(year - kolada.years() + 1, year))
        .findFirst()
        .orElse(String.valueOf(year));
  }
}
