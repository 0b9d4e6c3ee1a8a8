package se.jamlik.jobs.reference;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import se.jamlik.jobs.reference.ReferenceStatistics.Term;

/** Writes a few drawn persons as an example of a spec page, with what the reference expects. */
record SpecExample(RandomPersons persons, ReferenceIndicator indicator, ReferencePeriod period) {
  /** Columns for which a page has a value of its own when they are not shown. */
  private static final List<String> ALWAYS_SHOWN =
      List.of("kon", "kommun", "sjukhus", "klinik", "enhet");

  String text() {
    StringBuilder text = new StringBuilder("# " + indicator.id() + "\n\n## Givet\n");
    persons.tables().forEach((table, rows) -> text.append(given(table, rows)));
    return text.append(expected()).toString();
  }

  private static String given(String table, List<Map<String, String>> rows) {
    List<Map<String, String>> own =
        rows.stream()
            .filter(row -> row.containsKey("lopnr"))
            .filter(row -> !row.get("lopnr").equals(RandomAnchor.PERSON))
            .toList();
    if (own.isEmpty()) {
      return "";
    }
    List<String> columns = columns(ReferenceTable.all().get(table), own);
    StringBuilder text = new StringBuilder("\n### " + table + "\n\n" + line(columns));
    text.append("|").append("---|".repeat(columns.size())).append("\n");
    // A comma would make two rows of one.
    own.forEach(
        row ->
            text.append(
                line(
                    columns.stream()
                        .map(column -> row.getOrDefault(column, "").replace(',', '.'))
                        .toList())));
    return text.toString();
  }

  private static List<String> columns(ReferenceTable table, List<Map<String, String>> rows) {
    TreeSet<String> columns =
        new TreeSet<>(
            Comparator.comparingInt(
                (String column) ->
                    table
                        .placeOf(column)
                        .map(place -> 1000 * place.column() + place.position())
                        .orElse(0)));
    rows.forEach(row -> columns.addAll(row.keySet()));
    ALWAYS_SHOWN.stream().filter(table::has).forEach(columns::add);
    return List.copyOf(columns);
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private String expected() {
    StringBuilder text = new StringBuilder("\n## Väntat " + period.name() + "\n\n");
    text.append("| lopnr | täljare | nämnare | därför |\n|---|---|---|---|\n");
    Reference reference = Reference.of(persons.tables(), persons.asOf());
    for (ReferencePersonPeriod row : reference.personPeriods().get(period)) {
      Optional<Term> term = indicator.term(row);
      text.append(
          line(
              List.of(
                  row.person(),
                  term.map(own -> number(own.x())).orElse("–"),
                  term.map(own -> number(own.y())).orElse("–"),
                  row.age() + " år")));
    }
    return text.toString();
  }

  /** Months of a year as a fraction, as the pages write them. */
  private static String number(double value) {
    if (value == Math.rint(value)) {
      return String.valueOf((long) value);
    }
    double twelfths = value * 12;
    return Math.abs(twelfths - Math.rint(twelfths)) < 1e-9
        ? Math.round(twelfths) + "/12"
        : String.format(Locale.ROOT, "%s", value);
  }
}
