package se.jamlik.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.jobs.reference.ReferenceTables.Delivery;
import se.jamlik.jobs.reference.ReferenceTables.Inbox;
import se.jamlik.jobs.reference.ReferenceTables.Quarantined;

class ReferenceFilesTest {
  private static final String KHSL = "lopnr;kommun;kva;datum\n";

  @TempDir Path inbox;

  @Test
  void readsEveryDialect() throws IOException {
    write(
        "geografi/1.csv",
        "\uFEFFDeSo;REGSO;Kommun;kommun_namn;other\r\n2480A0010;R1;2480;Umeå;x\r\n");
    write("geografi/2.txt", "deso\tregso\tkommun\tkommun_namn\n2404A0010\t \"R2\" \t2404\tVindeln");
    write(
        "geografi/3.csv",
        "deso,regso,kommun,kommun_namn\n2401A0010,R3,2401,\"Nord, \"\"mal\"\"ing\"\n",
        "windows-1252");
    write(
        "geografi/4.csv",
        "deso,regso,kommun,kommun_namn\n2460A0010,R4,2460,Vännäs\n",
        "ISO-8859-1");
    Files.write(file("geografi/5.csv.gz"), zipped("deso;regso;kommun\n2403A0010;R5;2403\n\n  \n"));

    Inbox read = ReferenceFiles.read(inbox);

    assertThat(read.of("geografi"))
        .extracting(row -> row.text("kommun_namn"))
        .containsExactly("Umeå", "Vindeln", "Nord, \"mal\"ing", "Vännäs", null);
    assertThat(read.deliveries().get(4))
        .isEqualTo(new Delivery("geografi", "geografi/5.csv.gz", 1, 1, 0, 0, 0, 2, "accepted"));
  }

  @Test
  void readsDatesDecimalsCodesAndNullWords() {
    List<ReferenceRow> rows =
        Drawn.typed(
            "par_slutenvard",
            List.of(
                Drawn.row(
                    "lopnr",
                    " 7 ",
                    "indatum",
                    "20240229",
                    "utdatum",
                    "na",
                    "sjukhus",
                    "64001",
                    "klinik",
                    "\"BLANKED\"",
                    "hdia",
                    "j45.9-p",
                    "dia1",
                    "NULL",
                    "dia2",
                    "E119P",
                    "dia31",
                    "I10",
                    "insatt",
                    "1")));

    ReferenceRow row = rows.get(0);
    assertThat(row.lopnr()).isEqualTo("7");
    assertThat(row.date("indatum")).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(row.date("utdatum")).isNull();
    assertThat(row.text("klinik")).isNull();
    assertThat(row.text("hdia")).isEqualTo("J459");
    assertThat(row.list("dia")).containsExactly(null, "E119");
    assertThat(
            Drawn.typed(
                    "sol",
                    List.of(
                        Drawn.row(
                            "lopnr",
                            "1",
                            "kommun",
                            "2480",
                            "insats",
                            "sabo",
                            "fom",
                            "2024-01-01",
                            "timmar_man",
                            "12,50")))
                .get(0)
                .decimal("timmar_man"))
        .isEqualByComparingTo("12.5");
  }

  @Test
  void deathWithoutMonthOrDayIsPlacedInTheMiddle() {
    assertThat(death("2024-00-00")).isEqualTo(LocalDate.of(2024, 7, 1));
    assertThat(death("20240300")).isEqualTo(LocalDate.of(2024, 3, 15));
  }

  @Test
  void finalLetterOfPrimaryCareIsStrippedAfterTwoToFourDigits() {
    assertThat(ReferenceValues.icd("J45P")).isEqualTo("J45");
    assertThat(ReferenceValues.icd("f33.90p")).isEqualTo("F3390");
    assertThat(ReferenceValues.icd("M796AP")).isEqualTo("M796AP");
    assertThat(ReferenceValues.icd("J4P")).isEqualTo("J4P");
  }

  @Test
  void quarantinesWhatBreaksTheContractAndKeepsTheRest() throws IOException {
    write(
        "rtb_bef/a.csv",
        "lopnr;ar;fodelsear;fodelseman;kon;kommun\n"
            + "1;2024;1960;1;1;2480\n"
            + ";2024;1960;1;1;2480\n"
            + "3;2024;1889;1;1;2480\n"
            + "4;2024;2025;1;1;2480\n"
            + "5;2024;1960;13;1;2480\n"
            + "6;2024;1960;1;3;2480\n"
            + "7;2024;1960;1;1;248\n"
            + "8;2024;1960;1;1\n"
            + "9;2024;1960;1;1;2480;x\n"
            + "10;2024.0;1960;1;1;2480\n"
            + "11;2024;1960;1;1;\"2480\n"
            + "\";x\n"
            + " \t\n"
            + "L".repeat(65)
            + ";2024;1960;1;1;2480\n"
            + "14;2024;1890;;2;2480\n");

    Inbox read = ReferenceFiles.read(inbox);

    assertThat(read.quarantined())
        .extracting(Quarantined::line)
        .containsExactly(3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15);
    assertThat(read.of("rtb_bef")).extracting(ReferenceRow::lopnr).containsExactly("1", "14");
    assertThat(read.deliveries())
        .containsExactly(
            new Delivery(
                "rtb_bef", "rtb_bef/a.csv", 14, 2, 12, 0, 0, 1, "accepted_with_quarantine"));
  }

  @Test
  void endBeforeItsStartIsQuarantined() throws IOException {
    write(
        "lss/a.csv",
        """
        lopnr;kommun;insats;fom;tom
        1;2480;2;2024-01-02;2024-01-01
        1;2480;2;2024-01-02;2024-01-02
        1;2480;11;2024-01-02;
        """);

    assertThat(ReferenceFiles.read(inbox).quarantined())
        .extracting(Quarantined::line)
        .containsExactly(2, 4);
  }

  @Test
  void laterRowTakesItsKeyOverAndIsCountedOnItsFile() throws IOException {
    String header = "lopnr;kommun;manad;belopp\n";
    write("eb/a.csv", header + "1;2480;2024-01;100\n1;2480;2024-02;100\n1;2480;2024-02;200\n");
    write(
        "eb/b.csv",
        header
            + "1;2480;2024-01;100,0\n1;2480;2024-02;300\n1;2480;2024-02;200\n1;2480;2024-13;1\n");

    Inbox read = ReferenceFiles.read(inbox);

    assertThat(read.of("eb"))
        .extracting(row -> row.decimal("belopp").intValue())
        .containsExactly(100, 200);
    assertThat(read.deliveries())
        .containsExactly(
            new Delivery("eb", "eb/a.csv", 3, 3, 0, 0, 0, 0, "accepted"),
            new Delivery("eb", "eb/b.csv", 4, 2, 1, 1, 1, 0, "accepted_with_quarantine"));
  }

  @Test
  void nullInAKeyEqualsANull() throws IOException {
    String header = "lopnr;indatum;sjukhus;klinik;utdatum\n";
    write("par_slutenvard/a.csv", header + "1;2024-01-01;64001;;\n");
    write("par_slutenvard/b.csv", header + "1;2024-01-01;64001;NULL;2024-01-05\n");

    Inbox read = ReferenceFiles.read(inbox);

    assertThat(read.of("par_slutenvard"))
        .extracting(row -> row.date("utdatum"))
        .containsExactly(LocalDate.of(2024, 1, 5));
    assertThat(read.deliveries().get(1).replaced()).isEqualTo(1);
  }

  @Test
  void equalEventsOfOneFileAreTwoEventsAndOfAnotherFileDuplicates() throws IOException {
    write("khsl/a.csv", KHSL + "1;2480;QV001;2024-01-01\n1;2480;QV001;2024-01-01\n");
    write(
        "khsl/b.csv",
        "kva,datum,lopnr,kommun,yrke\nQV001,20240101,1,2480,\nQV002,20240101,1,2480,\n");

    Inbox read = ReferenceFiles.read(inbox);

    assertThat(read.of("khsl"))
        .extracting(row -> row.text("kva"))
        .containsExactly("QV001", "QV001", "QV002");
    assertThat(read.deliveries()).extracting(Delivery::duplicates).containsExactly(0L, 1L);
  }

  @Test
  void repeatedFileIsNotReadAgain() throws IOException {
    String header = "lopnr;kommun;manad;belopp\n";
    write("eb/1.csv", header + "1;2480;2024-01;100\n\n");
    write("eb/2.csv", header + "1;2480;2024-01;200\n");
    write("eb/3.csv", header + "1;2480;2024-01;100\n\n");

    Inbox read = ReferenceFiles.read(inbox);

    assertThat(read.of("eb"))
        .extracting(row -> row.decimal("belopp").intValue())
        .containsExactly(200);
    assertThat(read.deliveries().get(2))
        .isEqualTo(new Delivery("eb", "eb/3.csv", 1, 0, 0, 1, 0, 1, "repeated"));
  }

  @Test
  void refusesWhatCannotBeReadAtAll() throws IOException {
    write("khsl/empty.csv", "");
    write("khsl/lacks.csv", "lopnr;kommun;kva\n1;2480;QV001\n");
    write("khsl/twice.csv", "lopnr;kommun;kva;datum;KVA\n");
    byte[] whole = zipped(KHSL + "1;2480;QV001;2024-01-01\n");
    Files.write(file("khsl/truncated.csv.gz"), java.util.Arrays.copyOf(whole, whole.length - 9));
    write("khsl/wide.csv", KHSL, "UTF-16");

    assertThat(ReferenceFiles.read(inbox).deliveries())
        .extracting(Delivery::verdict)
        .containsOnly("refused")
        .hasSize(5);
  }

  private static LocalDate death(String date) {
    return Drawn.typed("dors", List.of(Drawn.row("lopnr", "1", "dodsdat", date)))
        .get(0)
        .date("dodsdat");
  }

  private Path file(String name) throws IOException {
    Path file = inbox.resolve(name);
    Files.createDirectories(file.getParent());
    return file;
  }

  private void write(String name, String text) throws IOException {
    write(name, text, "UTF-8");
  }

  private void write(String name, String text, String charset) throws IOException {
    Files.write(file(name), text.getBytes(Charset.forName(charset)));
  }

  private static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(bytes)) {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
