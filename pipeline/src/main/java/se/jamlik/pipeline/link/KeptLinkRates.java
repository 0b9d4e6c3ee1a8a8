package se.jamlik.pipeline.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.function.Supplier;
import se.jamlik.pipeline.kept.KeptText;
import se.jamlik.pipeline.kept.Origin;

/** Link rates as they are kept until a row has changed. */
record KeptLinkRates(KeptText text) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The rates of the origin; none when they are not there and nothing is to be made. */
  List<LinkRate> of(Origin origin, Supplier<List<LinkRate>> counted) {
    return text.laid(origin, () -> written(counted.get()))
        .map(KeptLinkRates::read)
        .orElse(List.of());
  }

  private static String written(List<LinkRate> rates) {
    try {
      return JSON.writeValueAsString(rates.stream().map(KeptLinkRates::fields).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Object> fields(LinkRate rate) {
    return List.of(
        rate.table(),
        rate.municipality(),
        rate.period(),
        rate.rows(),
        rate.rowsLinked(),
        rate.rowsAfterAsOf(),
        rate.persons(),
        rate.personsLinked(),
        rate.personsKey(),
        rate.personsLinkedKey());
  }

  private static List<LinkRate> read(String text) {
    try {
      return JSON.readValue(text, new TypeReference<List<List<Object>>>() {}).stream()
          .map(KeptLinkRates::rate)
          .toList();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static LinkRate rate(List<Object> fields) {
    return new LinkRate(
        fields.get(0).toString(),
        fields.get(1).toString(),
        fields.get(2).toString(),
        number(fields.get(3)),
        number(fields.get(4)),
        number(fields.get(5)),
        number(fields.get(6)),
        number(fields.get(7)),
        number(fields.get(8)),
        number(fields.get(9)));
  }

  private static long number(Object field) {
    return ((Number) field).longValue();
  }
}
