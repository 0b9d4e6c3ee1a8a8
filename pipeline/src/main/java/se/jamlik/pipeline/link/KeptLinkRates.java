package se.jamlik.pipeline.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.jamlik.pipeline.kept.Origin;

/** Link rates as they are kept, those of each table until a row of it has changed. */
record KeptLinkRates(KeptByTable kept) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Comparator<LinkRate> ORDER =
      Comparator.comparing(LinkRate::table)
          .thenComparing(LinkRate::municipality)
          .thenComparing(LinkRate::period);

  /**
   * The rates in order of table, municipality and period; none of a table whose are not there when
   * nothing is to be made.
   *
   * @param origins by the contract's name of the table
   * @param counted the rates of some tables
   */
  List<LinkRate> of(Map<String, Origin> origins, Function<Set<String>, List<LinkRate>> counted) {
    return kept.of(origins, missing -> written(missing, counted.apply(missing))).values().stream()
        .flatMap(text -> read(text).stream())
        .sorted(ORDER)
        .toList();
  }

  private static Map<String, String> written(Set<String> tables, List<LinkRate> rates) {
    Map<String, List<LinkRate>> byTable =
        rates.stream().collect(Collectors.groupingBy(LinkRate::table));
    Map<String, String> texts = new TreeMap<>();
    for (String table : tables) {
      texts.put(table, written(byTable.getOrDefault(table, List.of())));
    }
    return texts;
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
