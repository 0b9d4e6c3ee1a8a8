package se.jamlik.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.jamlik.reports.Language;
import se.jamlik.reports.words.Mark;
import se.jamlik.reports.words.Texts;

/** The CSV of a table, line by line. */
class AttachmentTest {

  private static final Texts TEXTS = Texts.in(Language.SV);
  private static final String INTERVAL = TEXTS.say("column.interval");

  @Test
  void isNamedAfterItsTableAndDescribedByItsCaption() {
    Attachment csv = csv(table(List.of("Värde"), "1"));

    assertThat(csv.fileName()).isEqualTo("tabell-3.csv");
    assertThat(csv.description()).isEqualTo("Tabell 3. Exempel, 2025.");
  }

  @Test
  void numbersHaveADecimalPointAndNothingBetweenThousands() {
    assertThat(lines(table(List.of("A", "B", "C"), "1\u202F234,5|\u22120,3|134\u202F200")))
        .containsExactly("Indikator,A,B,C", "Rad,1234.5,-0.3,134200");
  }

  @Test
  void englishNumbersAreReadAsTheyAreWritten() {
    Table table = table(List.of("A", "B"), "1,234.5|26.4");

    assertThat(Attachment.of(table, Language.EN, TEXTS).csv().lines())
        .containsExactly("Indikator,A,B", "Rad,1234.5,26.4");
  }

  @Test
  void twoDotsStayAndAnIntervalHasTwoColumns() {
    Table table = table(List.of("Värde", INTERVAL), "26,4|25,8–27,0", "..|..");

    assertThat(lines(table))
        .containsExactly(
            "Indikator,Värde,\"95 % KI, undre gräns\",\"95 % KI, övre gräns\"",
            "Rad,26.4,25.8,27.0", "Rad,..,..,..");
  }

  @Test
  void negativeIntervalsAreTakenApartToo() {
    Table table = table(List.of(INTERVAL), "\u22121,5\u00A0till\u00A00,2");

    assertThat(lines(table)).element(1).isEqualTo("Rad,-1.5,0.2");
  }

  @Test
  void anIntervalAmongOtherNumbersStaysTogether() {
    assertThat(lines(table(List.of("2025"), "26,4", "25,8–27,0")))
        .containsExactly("Indikator,2025", "Rad,26.4", "Rad,25.8–27.0");
  }

  @Test
  void aHeadingThatIsRepeatedIsNamedWithItsColumn() {
    assertThat(
            lines(
                table(List.of("Skillnad", INTERVAL, "Kvot", INTERVAL), "2,0|1,0–3,0|1,5|1,1–1,9")))
        .containsExactly(
            "Indikator,Skillnad,\"Skillnad, 95 % KI, undre gräns\",\"Skillnad, 95 % KI, övre gräns\","
                + "Kvot,\"Kvot, 95 % KI, undre gräns\",\"Kvot, 95 % KI, övre gräns\"",
            "Rad,2.0,1.0,3.0,1.5,1.1,1.9");
  }

  @Test
  void quotesCommasAndMarksAreWrittenAsTheStandardWantsThem() {
    Table table =
        new Table(
            "Tabell 3.",
            "Exempel",
            "",
            List.of(
                Table.Heading.text("Namn"), Table.Heading.text("a \"b\""), Table.Heading.mark("c")),
            List.of(
                Table.Row.of(
                    "Återinskrivning 65+,\u00A0%",
                    List.of(
                        TableCell.text("C00–C97, Z51"),
                        TableCell.mark(new Mark("▲", "uppåtpil", "högre", "worse"))))),
            List.of());

    assertThat(csv(table).csv())
        .isEqualTo(
            "Namn,\"a \"\"b\"\"\",c\r\n\"Återinskrivning 65+, %\",\"C00–C97, Z51\",högre\r\n");
  }

  private static Attachment csv(Table table) {
    return Attachment.of(table, Language.SV, TEXTS);
  }

  private static List<String> lines(Table table) {
    return csv(table).csv().lines().toList();
  }

  private static Table table(List<String> headings, String... rows) {
    return new Table(
        "Tabell 3.",
        "Exempel, 2025.",
        "",
        Stream.concat(
                Stream.of(Table.Heading.text("Indikator")),
                headings.stream().map(Table.Heading::number))
            .toList(),
        Stream.of(rows)
            .map(row -> Stream.of(row.split("\\|")).map(TableCell::number).toList())
            .map(cells -> Table.Row.of("Rad", cells))
            .toList(),
        List.of());
  }
}
