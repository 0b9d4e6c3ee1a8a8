package se.jamlik.reports.page;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.jamlik.reports.Language;
import se.jamlik.reports.words.Numbers;
import se.jamlik.reports.words.Texts;

/**
 * The CSV of a table that is shown, made of the very same cells: RFC 4180 with commas and a row of
 * headings, in UTF-8, with a decimal point and no signs between thousands. An interval stands in
 * two columns, a mark as its word. Two dots stay two dots, so that what is hidden is never taken
 * for 0 or for an empty field.
 */
public record Attachment(String fileName, String description, String csv) {

  private static final String NUMBER = "[\u2212-]?\\d+(?:[\u202F,]\\d{3})*(?:[.,]\\d+)?";
  private static final Pattern ONE = Pattern.compile(NUMBER);
  private static final Pattern INTERVAL =
      Pattern.compile("(" + NUMBER + ")(?:\u2013|\u00A0(?:till|to)\u00A0)(" + NUMBER + ")");
  private static final String END = "\r\n";

  /** The CSV of a table, named after the table's number. */
  static Attachment of(Table table, Language language, Texts texts) {
    return new Attachment(
        table.id() + ".csv",
        table.label() + " " + table.caption(),
        new Lines(table, language, texts).all());
  }

  public byte[] bytes() {
    return csv.getBytes(StandardCharsets.UTF_8);
  }

  private record Lines(Table table, Language language, Texts texts) {

    String all() {
      Stream<String> headings =
          Stream.of(Stream.of(field(table.headings().get(0).text())), columns())
              .flatMap(fields -> fields);
      return Stream.concat(
              Stream.of(headings.collect(Collectors.joining(","))),
              table.rows().stream().map(this::row))
          .collect(Collectors.joining(END, "", END));
    }

    private Stream<String> columns() {
      return Stream.iterate(1, column -> column + 1)
          .limit(table.headings().size() - 1L)
          .flatMap(
              column ->
                  hasIntervals(column - 1)
                      ? Stream.of("low", "high")
                          .map(limit -> field(texts.say("form.csv." + limit, "name", name(column))))
                      : Stream.of(field(name(column))));
    }

    /** A heading that stands more than once is named with the column that it belongs to. */
    private String name(int column) {
      String heading = table.headings().get(column).text();
      return column > 1 && isRepeated(heading)
          ? table.headings().get(column - 1).text() + ", " + heading
          : heading;
    }

    private boolean isRepeated(String heading) {
      return table.headings().stream().filter(other -> other.text().equals(heading)).count() > 1;
    }

    private String row(Table.Row row) {
      Stream<String> cells =
          Stream.iterate(0, column -> column + 1)
              .limit(row.cells().size())
              .flatMap(column -> fields(row.cells().get(column), hasIntervals(column)));
      return Stream.concat(Stream.of(field(row.name())), cells).collect(Collectors.joining(","));
    }

    private boolean hasIntervals(int column) {
      return table.headings().get(column + 1).text().equals(texts.say("column.interval"));
    }

    private Stream<String> fields(TableCell cell, boolean isInterval) {
      if (!isInterval) {
        return Stream.of(field(text(cell)));
      }
      Matcher interval = INTERVAL.matcher(cell.text());
      return interval.matches()
          ? Stream.of(plain(interval.group(1)), plain(interval.group(2)))
          : Stream.of(Numbers.MISSING, Numbers.MISSING);
    }

    private String text(TableCell cell) {
      if (!cell.marks().isEmpty()) {
        return cell.marks().stream().map(mark -> mark.word()).collect(Collectors.joining(" "));
      }
      Matcher interval = INTERVAL.matcher(cell.text());
      if (interval.matches()) {
        return plain(interval.group(1)) + '\u2013' + plain(interval.group(2));
      }
      return ONE.matcher(cell.text()).matches() ? plain(cell.text()) : cell.text();
    }

    /** A number as a machine reads it. */
    private String plain(String number) {
      String bare = number.replace("\u202F", "").replace('\u2212', '-');
      return language == Language.SV ? bare.replace(',', '.') : bare.replace(",", "");
    }

    private static String field(String text) {
      String plain = text.replace('\u00A0', ' ').replace('\u202F', ' ');
      return plain.matches("(?s).*[,\"\r\n].*") ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }
  }
}
