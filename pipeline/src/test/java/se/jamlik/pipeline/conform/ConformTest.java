package se.jamlik.pipeline.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.Settings;
import se.jamlik.pipeline.vocabulary.UserError;

@ExtendWith(SparkTest.class)
class ConformTest {
  private final SmallInbox inbox;
  private final SparkSession spark;

  ConformTest(SparkSession spark, @TempDir Path folder) throws IOException {
    this.spark = spark;
    this.inbox = new SmallInbox(spark, folder);
  }

  @Test
  void theSameRowIsReadFromEveryDialect() throws IOException {
    String crlf =
        "LOPNR;Kommun;Insats;FOM;Tom;timmar_man;namn\r\na;2480;hemtjanst;2024-01-01;;10,5;Åsa\r\n";
    inbox.with("sol/1.csv", StandardCharsets.UTF_8, "\ufeff" + crlf);
    inbox.with("sol/2.csv", StandardCharsets.ISO_8859_1, crlf.replace("a;2480", "b;2480"));
    inbox.with(
        "sol/3.txt",
        Charset.forName("windows-1252"),
        crlf.replace("a;2480", "c;2480").replace("Åsa", "–"));
    inbox.with(
        "sol/4.csv.gz",
        StandardCharsets.UTF_8,
        "tom,fom,insats,kommun,lopnr,timmar_man\nNULL,20240101,\"HEMTJANST\",\"2480\",d,\"10,5\"");
    inbox.with(
        "sol/5.txt",
        "lopnr\tkommun\tinsats\tfom\ttom\ttimmar_man",
        "e\t2480\tHemtjanst\t2024-01-01\tBLANKED\t10.50");

    Conformed conformed = inbox.andTheRest().conformed();

    assertThat(
            SmallInbox.rows(
                conformed,
                "social_service",
                "delivery",
                "municipality",
                "service",
                "starts_on",
                "ends_on",
                "hours_per_month",
                "line"))
        .hasSize(5)
        .allMatch(
            row ->
                row.substring(row.indexOf('|'))
                    .equals("|2480|HEMTJANST|2024-01-01|null|10.500000|2"));
    assertThat(conformed.deliveries())
        .filteredOn(delivery -> delivery.table().equals("sol"))
        .flatExtracting(delivery -> delivery.unknownColumns())
        .containsExactly("namn", "namn", "namn");
  }

  @Test
  void thePersonKeyIsTheHashOfThePseudonym() throws IOException {
    inbox.with("sip/1.csv", "lopnr;upprattad", "Å1;2024-01-01");

    Conformed conformed = inbox.andTheRest().conformed();

    String expected = spark.sql("select xxhash64('Å1')").first().mkString();
    assertThat(SmallInbox.rows(conformed, "care_plan", "person")).containsExactly(expected);
  }

  @Test
  void rowsThatBreakTheContractGoAsideWithTheirLines() throws IOException {
    inbox.with(
        "sol/1.csv",
        "lopnr;kommun;insats;fom;tom",
        "a;2480;SABO;2024-01-01;", // line 2 is good
        "a;2480;SABO",
        "a;2480;SABO;2024-01-01;;",
        "   ",
        "a;\"2480;SABO;2024-01-02;",
        ";2480;SABO;2024-01-01;",
        "a;2480;SABO;2024-02-30;",
        "a;248;SABO;2024-01-01;",
        "a;2480;STAD;2024-01-01;",
        "a;2480;SABO;2024-01-02;2024-01-01",
        ";".repeat(30_000),
        "a;2480;SABO\0;2024-01-01;",
        "b;2480;SABO;2024-01-01;");

    Conformed conformed = inbox.andTheRest().conformed();

    assertThat(inbox.quarantined("sol"))
        .containsExactly(
            "sol/1.csv:3 too few fields (expected 5)",
            "sol/1.csv:4 too many fields (expected 5)",
            "sol/1.csv:6 a quote is not closed on its line",
            "sol/1.csv:7 required column 'lopnr' is empty",
            "sol/1.csv:8 column 'fom' cannot be read as a date (YYYY-MM-DD or YYYYMMDD)",
            "sol/1.csv:9 column 'kommun' cannot be read as a municipality (four digits)",
            "sol/1.csv:10 column 'insats' is outside its list",
            "sol/1.csv:11 'tom' is before 'fom'",
            "sol/1.csv:12 too many fields (expected 5)",
            "sol/1.csv:13 the line holds a NUL character");
    assertThat(SmallInbox.rows(conformed, "social_service", "line")).containsExactly("14", "2");
    assertThat(SmallInbox.account(conformed, "sol/1.csv"))
        .isEqualTo("12 = 2 + 10 + 0, replaced 0, blank 1, accepted_with_quarantine");
  }

  @Test
  void aLineOfTenMillionCharactersIsOneRowSetAside() throws IOException {
    inbox.with(
        "sip/1.csv",
        "lopnr;upprattad",
        "a;2024-01-01",
        "b;" + "x".repeat(10_000_000),
        " ".repeat(5_000_000),
        "c;2024-01-01");

    Conformed conformed = inbox.andTheRest().conformed();

    assertThat(inbox.quarantined("sip"))
        .containsExactly("sip/1.csv:3 the line is longer than 1 000 000 characters");
    assertThat(SmallInbox.rows(conformed, "care_plan", "line")).containsExactly("2", "5");
    assertThat(SmallInbox.account(conformed, "sip/1.csv"))
        .isEqualTo("3 = 2 + 1 + 0, replaced 0, blank 1, accepted_with_quarantine");
  }

  @Test
  void theLinesOfAQuotedLineBreakAreAllSetAside() throws IOException {
    inbox.with(
        "geografi/1.csv",
        "deso;regso;kommun;kommun_namn",
        "A1;R1;2480;\"Umeå",
        "B1;R1;2480;Umeå", // looks like a row, and is part of the name
        "stad\"",
        "C1;R1;2480;Umeå",
        "D1;R1;2480;\"never closed",
        "E1;R1;2480;Umeå");

    Conformed conformed = inbox.andTheRest().conformed();

    assertThat(SmallInbox.rows(conformed, "geography", "deso")).containsExactly("C1", "E1");
    assertThat(SmallInbox.account(conformed, "geografi/1.csv"))
        .isEqualTo("6 = 2 + 4 + 0, replaced 0, blank 0, accepted_with_quarantine");
  }

  @Test
  void aFileOfManyPartsKeepsItsLineNumbers() throws IOException {
    StringBuilder text = new StringBuilder("lopnr;upprattad;uppfoljd\n");
    for (int row = 0; row < 500_000; row++) {
      text.append("person%030d;2024-01-01;%s%n".formatted(row, row % 100_000 == 7 ? "x" : ""));
    }
    inbox.with("sip/1.csv", StandardCharsets.UTF_8, text.toString());

    Conformed conformed = inbox.andTheRest().conformed();

    assertThat(inbox.quarantined("sip"))
        .extracting(row -> row.substring(0, row.indexOf(' ')))
        .containsExactly(
            "sip/1.csv:9",
            "sip/1.csv:100009",
            "sip/1.csv:200009",
            "sip/1.csv:300009",
            "sip/1.csv:400009");
    assertThat(
            SmallInbox.rows(
                conformed, "care_plan", "count(distinct line)", "min(line)", "max(line)"))
        .containsExactly("499995|2|500001");
  }

  @Test
  void parquetIsReadByTheSameRules() throws IOException {
    inbox.withParquet(
        "par_slutenvard/1.parquet",
        spark.sql(
            """
            select 'a' as LOPNR, date'2024-01-01' as indatum, timestamp_ntz'2024-01-05 00:00:00' as utdatum,
              11001L as sjukhus, 10.0d as klinik, cast(911.0 as decimal(9,2)) as mvo, 'i10.9' as hdia,
              3.0d as insatt, 1 as pvard, true as x
            union all
            select 'b', date'2024-01-01', timestamp_ntz'2024-01-05 12:00:00', 1L, 1.0d, 1, null, 3.0d, 1, true
            union all
            select 'c', date'2024-01-01', null, 1L, null, null, null, 3.5d, 1, true
            union all
            select null, date'2024-01-01', null, 1L, null, null, null, null, null, true
            """));

    Conformed conformed = inbox.andTheRest().conformed();

    assertThat(
            SmallInbox.rows(
                conformed,
                "inpatient_row",
                "admitted_on",
                "discharged_on",
                "hospital",
                "clinic",
                "speciality",
                "main_diagnosis",
                "admitted_from",
                "admission_kind",
                "line"))
        .containsExactly("2024-01-01|2024-01-05|11001|10|911|I109|3|1|2");
    assertThat(inbox.quarantined("par_slutenvard"))
        .containsExactly(
            "par_slutenvard/1.parquet:3 column 'utdatum' cannot be read as a date (YYYY-MM-DD or YYYYMMDD)",
            "par_slutenvard/1.parquet:4 column 'insatt' cannot be read as a whole number",
            "par_slutenvard/1.parquet:5 required column 'lopnr' is empty");
    assertThat(SmallInbox.account(conformed, "par_slutenvard/1.parquet"))
        .isEqualTo("4 = 1 + 3 + 0, replaced 0, blank 0, accepted_with_quarantine");
  }

  @Test
  void aDayOfDeathTellsHowMuchOfItIsKnown() throws IOException {
    inbox.with(
        "dors/1.csv",
        "lopnr;dodsdat;morsak2",
        "a;2024-00-00;I10",
        "b;20240500;",
        "c;2024-05-06;",
        "a;2024-07-01;I10"); // equal after imputation

    Conformed conformed = inbox.andTheRest().conformed();

    assertThat(
            SmallInbox.rows(
                conformed, "death", "line", "died_on", "died_on_precision", "contributing_causes"))
        .containsExactly(
            "2|2024-07-01|year|ArraySeq(null, I10)",
            "3|2024-05-15|month|ArraySeq()",
            "4|2024-05-06|day|ArraySeq()");
    assertThat(SmallInbox.account(conformed, "dors/1.csv"))
        .isEqualTo("4 = 3 + 0 + 1, replaced 0, blank 0, accepted");
  }

  @Test
  void aTableThatHoldsNoRowIsNotThere() throws IOException {
    inbox.with("sip/1.csv", "lopnr;upprattad", ";2024-01-01");
    inbox.with("bu/1.csv", "lopnr;kommun;insats_id");

    Conformed conformed = inbox.andTheRest().conformed();

    assertThat(conformed.tables()).doesNotContainKeys("care_plan", "child_measure", "death");
    assertThat(SmallInbox.account(conformed, "bu/1.csv"))
        .isEqualTo("0 = 0 + 0 + 0, replaced 0, blank 0, accepted");
  }

  @Test
  void tooManyQuarantinedRowsStopTheNight() throws IOException {
    inbox.with("sip/1.csv", "lopnr;upprattad", "a;2024-01-01", ";2024-01-01");

    inbox.andTheRest();

    assertThatExceptionOfType(UserError.class)
        .isThrownBy(() -> inbox.conformed(Settings.defaults()))
        .withMessage(
            "Cannot use sip/1.csv: 1 of 2 rows are quarantined (expected at most 5 %). Ask the sender for a new delivery; the reasons stand in the quarantine.")
        .satisfies(error -> assertThat(error.exitCode()).isEqualTo(ExitCode.QUALITY));
  }

  @Test
  void aRequiredTableNeedsADeliveryWithARow() throws IOException {
    inbox.andTheRest();
    inbox.remove("khsl/rest.csv");

    assertThatExceptionOfType(UserError.class)
        .isThrownBy(inbox::conformed)
        .withMessageStartingWith("Cannot read khsl: no file in the inbox")
        .satisfies(error -> assertThat(error.exitCode()).isEqualTo(ExitCode.DELIVERY));

    inbox.with("khsl/1.csv", "lopnr;kommun;kva;datum", ";2480;AU124;2024-01-01");

    assertThatExceptionOfType(UserError.class)
        .isThrownBy(inbox::conformed)
        .withMessage(
            "Cannot use khsl: no row of it is accepted (expected at least one). Ask the sender for a new delivery.")
        .satisfies(error -> assertThat(error.exitCode()).isEqualTo(ExitCode.QUALITY));
  }
}
