package se.jamlik.jobs.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a typed row of a raw one, or says why it goes to quarantine. */
final class ReferenceConform {
  private static final Pattern MUNICIPALITY = Pattern.compile("[0-9]{4}");
  private static final Set<String> MOVES =
      Set.of("INV", "UTV", "INFLYTT", "UTFLYTT", "FODD", "DOD");
  private static final Set<String> SOCIAL_SERVICES =
      Set.of(
          "HEMTJANST",
          "TRYGGHETSLARM",
          "MATDISTRIBUTION",
          "LEDSAGNING",
          "AVLOSNING",
          "DAGVERKSAMHET",
          "KORTTID",
          "SABO",
          "BOENDESTOD",
          "KONTAKTPERSON",
          "ANNAT");
  private static final List<List<String>> SPANS =
      List.of(
          List.of("indatum", "utdatum"),
          List.of("fom", "tom"),
          List.of("start", "slut"),
          List.of("utskrivningsklar", "utskriven"));

  private final ReferenceTable table;
  private final List<ReferenceTable.@Nullable Place> places = new ArrayList<>();

  /** For rows whose fields stand under these header names; unknown columns are ignored. */
  ReferenceConform(ReferenceTable table, Collection<String> header) {
    this.table = table;
    header.forEach(name -> places.add(table.placeOf(name).orElse(null)));
  }

  /** The row breaks the contract. */
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    Broken(String reason) {
      super(reason);
    }
  }

  /** The row whose fields are named by column. */
  static ReferenceRow row(ReferenceTable table, Map<String, String> raw) throws Broken {
    return new ReferenceConform(table, raw.keySet()).row(new ArrayList<>(raw.values()));
  }

  /** Columns that the header lacks are null. */
  ReferenceRow row(List<String> fields) throws Broken {
    if (fields.size() != places.size()) {
      throw new Broken(fields.size() < places.size() ? "too few fields" : "too many fields");
    }
    @Nullable Object[] values = new Object[table.columns().size()];
    for (int index = 0; index < fields.size(); index++) {
      if (places.get(index) != null) {
        put(values, places.get(index), fields.get(index));
      }
    }
    for (int index = 0; index < values.length; index++) {
      if (values[index] instanceof List<?> list) {
        values[index] = withoutTrailingNulls(list);
      }
      if (values[index] == null && table.columns().get(index).required()) {
        throw new Broken("required column " + table.columns().get(index).name() + " is null");
      }
    }
    ReferenceRow row = new ReferenceRow(table, values);
    check(row);
    return row;
  }

  @SuppressWarnings("unchecked")
  private void put(@Nullable Object[] values, ReferenceTable.Place place, String raw)
      throws Broken {
    ReferenceTable.Column column = table.columns().get(place.column());
    Object value;
    try {
      value = ReferenceValues.read(column.kind(), raw);
    } catch (ReferenceValues.Unreadable unreadable) {
      throw new Broken(column.name() + " " + unreadable.getMessage());
    }
    if (!column.isList()) {
      values[place.column()] = value;
    } else if (value != null) {
      if (values[place.column()] == null) {
        values[place.column()] = new ArrayList<@Nullable Object>();
      }
      List<@Nullable Object> list = (List<@Nullable Object>) values[place.column()];
      while (list.size() <= place.position()) {
        list.add(null);
      }
      list.set(place.position(), value);
    }
  }

  private static @Nullable List<?> withoutTrailingNulls(List<?> list) {
    int size = list.size();
    while (size > 0 && list.get(size - 1) == null) {
      size--;
    }
    return size == 0 ? null : Arrays.asList(list.subList(0, size).toArray());
  }

  private static void check(ReferenceRow row) throws Broken {
    ReferenceTable table = row.table();
    if (table.has("lopnr") && row.lopnr().length() > 64) {
      throw new Broken("lopnr is longer than 64 characters");
    }
    if (table.has("kommun")
        && !row.isNull("kommun")
        && !MUNICIPALITY.matcher(row.text("kommun")).matches()) {
      throw new Broken("kommun is not four digits");
    }
    for (List<String> span : SPANS) {
      if (table.has(span.get(0)) && table.has(span.get(1))) {
        LocalDate start = row.date(span.get(0));
        LocalDate end = row.date(span.get(1));
        if (start != null && end != null && end.isBefore(start)) {
          throw new Broken(span.get(1) + " is before " + span.get(0));
        }
      }
    }
    switch (table.name()) {
      case "rtb_bef" -> checkPopulation(row);
      case "rtb_flytt" -> require(MOVES.contains(row.text("typ")), "typ is outside its list");
      case "sol" ->
          require(SOCIAL_SERVICES.contains(row.text("insats")), "insats is outside its list");
      case "lss" ->
          require(
              row.integer("insats") >= 2 && row.integer("insats") <= 10,
              "insats is outside its list");
      default -> {}
    }
  }

  private static void checkPopulation(ReferenceRow row) throws Broken {
    require(row.integer("kon") == 1 || row.integer("kon") == 2, "kon is not 1 or 2");
    int born = row.integer("fodelsear");
    require(born >= 1890 && born <= row.integer("ar"), "fodelsear is outside 1890..ar");
    Integer month = row.integer("fodelseman");
    require(month == null || (month >= 1 && month <= 12), "fodelseman is outside 1..12");
  }

  private static void require(boolean kept, String reason) throws Broken {
    if (!kept) {
      throw new Broken(reason);
    }
  }
}
