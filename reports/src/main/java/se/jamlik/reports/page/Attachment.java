package se.jamlik.reports.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
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
              column -> {
                String name = table.headings().get(column).text();
                return hasIntervals(column - 1)
                    ? Stream.of("low", "high")
                        .map(limit -> field(texts.say("form.csv." + limit, "name", name)))
                    : Stream.of(field(name));
              });
    }

    private String row(Table.Row row) {
      Stream<String> cells =
          Stream.iterate(0, column -> column + 1)
              .limit(row.cells().size())
              .flatMap(column -> fields(row.cells().get(column), hasIntervals(column)));
      return Stream.concat(Stream.of(field(row.name())), cells).collect(Collectors.joining(","));
    }

    /** An interval in some row, and in the others the same or nothing. */
    private boolean hasIntervals(int column) {
      List<String> texts =
          table.rows().stream()
              .map(row -> row.cells().get(column))
              .filter(cell -> !cell.isMissing())
              .map(TableCell::text)
              .toList();
      return !texts.isEmpty() && texts.stream().allMatch(text -> INTERVAL.matcher(text).matches());
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
