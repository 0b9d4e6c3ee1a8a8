package se.jamlik.reports.page;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.words.Measure;

/**
 * The question that reads a table's numbers from the release, in SQL that DuckDB understands:
 * {@code Query.of(measures).of("period", "2025").by("sex").sql()}.
 *
 * @param columns that tell the numbers apart
 * @param conditions by which they are chosen
 */
record Query(List<String> columns, List<String> conditions) {
  private static final String KEY = "indicator";

  /** The values of measures, for everybody. */
  static Query of(List<Measure> measures) {
    return new Query(List.of(KEY), List.of(in(KEY, measures.stream().map(Measure::id))));
  }

  /** Only those of one value of a column. */
  Query of(String column, String value) {
    return with(columns, conditions, column + " = '" + value + "'");
  }

  /** Those of several values of a column, which tells them apart. */
  Query by(String column, List<String> values) {
    return with(added(columns, column), conditions, in(column, values.stream()));
  }

  Query in(Area area) {
    return of("area", area.code());
  }

  Query in(List<Area> areas) {
    return by("area", areas.stream().map(Area::code).toList());
  }

  /** Everybody who has not been narrowed down. */
  String sql() {
    Query whole = this;
    for (String column : List.of("sex", "age_group", "category")) {
      boolean isNarrowed =
          conditions.stream().anyMatch(condition -> condition.startsWith(column + " "));
      if (!isNarrowed) {
        whole = whole.of(column, "all");
      }
    }
    return "select %s, value, ci_low, ci_high\nfrom indicator_value\nwhere %s\norder by %s;"
        .formatted(
            String.join(", ", whole.columns()),
            whole.inLines(),
            String.join(", ", whole.columns()));
  }

  /** Two conditions a line: the page is wide, and the queries are many. */
  private String inLines() {
    StringBuilder lines = new StringBuilder(conditions.get(0));
    for (int i = 1; i < conditions.size(); i++) {
      lines.append(i % 2 == 1 ? "\n  and " : " and ").append(conditions.get(i));
    }
    return lines.toString();
  }

  private static Query with(List<String> columns, List<String> conditions, String condition) {
    return new Query(columns, added(conditions, condition));
  }

  private static List<String> added(List<String> list, String one) {
    return Stream.concat(list.stream(), Stream.of(one)).toList();
  }

  private static String in(String column, Stream<String> values) {
    return column + " in (" + quoted(values) + ")";
  }

  /** Values for a query of one's own. */
  static String quoted(Stream<String> values) {
    return values.distinct().map(value -> "'" + value + "'").collect(Collectors.joining(", "));
  }
}
