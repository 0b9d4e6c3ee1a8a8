package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {
  private static final String KHSL = "lopnr;kommun;kva;datum\na;2480;AU124;2024-01-01\n";
  @TempDir private Path inbox;

  @Test
  void aGoodDeliveryIsToldAsGood() throws IOException {
    with(
        "sol/1.csv",
        "lopnr;kommun;insats;fom;tom;timmar_man;boendeform\na;2480;SABO;2024-01-01;;;\n");
    with("khsl/1.csv", KHSL);

    assertReport(
        0,
        """
        khsl/1.csv: 1 row, UTF-8; good
          - columns that are not there: yrke.
            They count as empty; add those that you can deliver.
        sol/1.csv: 1 row, UTF-8; good

        2 files: 0 refused, 0 rows set aside, 0 required tables missing, 0 checks of the rows failed. A night would take them.
        """);
  }

  @Test
  void eachProblemIsToldWithItsPlaceItsNumberAndWhatToDo() throws IOException {
    with("khsl/1.csv", KHSL);
    with("khsl/2.csv", KHSL);
    with(
        "sol/1.csv",
        """
        lopnr;kommun;insats;fom;tom;timmar_man;boendeform;namn
        a;2480;SABO;2024-01-01;;;;

        b;2480;STAD;2024-01-01;;;;
        c;2480;STAD;2024-01-01;;;;
        d;2480;SABO;1 maj;;;;
        """);

    assertReport(
        3,
        """
        khsl/1.csv: 1 row, UTF-8; good
          - columns that are not there: yrke.
            They count as empty; add those that you can deliver.
        khsl/2.csv: the same bytes as khsl/1.csv; it would not be read
          - columns that are not there: yrke.
            They count as empty; add those that you can deliver.
        sol/1.csv: 4 rows, UTF-8, 1 blank line; 3 would be set aside
          - column 'insats' is outside its list: 2 rows, first on line 4.
            Use a value of the input contract.
          - column 'fom' cannot be read as a date (YYYY-MM-DD or YYYYMMDD): 1 row, first on line 6.
            Write it in that form; leave it empty only where it is not required.
          - 3 of 4 rows are more than 5 %.
            A night would stop: mend the rows before you send the file.
          - columns that the contract does not know: namn.
            They are ignored; rename those that are meant for a column of the contract.

        3 files: 0 refused, 3 rows set aside, 0 required tables missing, 0 checks of the rows failed. A night would stop: too many rows of a file are set aside.
        """);
  }

  @Test
  void whatTheRowsSayIsJudgedAsANightWould(@TempDir Path elsewhere) throws IOException {
    with("khsl/1.csv", "lopnr;kommun;kva;datum;yrke\na;2480;AU124;2024-01-01;LAKARE\n");
    with(
        "sol/1.csv",
        """
        lopnr;kommun;insats;fom;tom;timmar_man;boendeform
        a;2480;SABO;2024-01-01;;;SABO
        a;2480;SABO;2024-01-01;;;ORDINART
        b;2480;SABO;2024-01-01;;;VILLA
        b;2480;SABO;2024-01-01;;;VILLA
        """);
    with(
        "sol/2.csv",
        """
        lopnr;kommun;insats;fom;tom;timmar_man;boendeform
        a;2480;SABO;2024-01-01;2025-01-01;;SABO
        """);
    Path settings = elsewhere.resolve("settings.yaml");
    Files.writeString(settings, "quality.checks.unique_key.level: error");

    assertReport(
        3,
        """
        khsl/1.csv: 1 row, UTF-8; good
        sol/1.csv: 4 rows, UTF-8; good
          - rows that repeat what is there already: 1.
            They count once; send each row once.
        sol/2.csv: 1 row, UTF-8; good
          - rows that replace one of an earlier file, by their key: 1.
            They take its place; make sure that they are corrections.
        sol: what the rows say
          - a night would stop: a later line of the same file has the key of the row: 1 of 4, 25 % (at most 1 %).
            Send one row for each key: lopnr, kommun, insats, fom.
          - column 'boendeform': the value is not on the contract's list: 1 of 2, 50 % (at most 1 %).
            Use a value of the input contract.

        3 files: 0 refused, 0 rows set aside, 0 required tables missing, 2 checks of the rows failed. A night would stop: what the rows say is too bad.
        """,
        "--settings=" + settings);
  }

  @Test
  void refusedFilesAndMissingTablesOfTheSameDelivererAreToldAtOnce() throws IOException {
    with("sip/1.csv", "lopnr;uppfoljd\na;2024-01-01\n");
    with("lss/1.csv", "");

    assertReport(
        5,
        """
        lss/1.csv: REFUSED
          - the file is empty.
            Make the file anew.
        sip/1.csv: REFUSED
          - column 'upprattad' is missing (expected 2 required columns, found 1).
            Make the file anew.
        khsl: no file
          - a required table is missing.
            Add khsl/<any name>.csv, .csv.gz, .txt or .parquet.
        lmed: no file
          - a required table is missing.
            Add lmed/<any name>.csv, .csv.gz, .txt or .parquet.
        par_oppenvard: no file
          - a required table is missing.
            Add par_oppenvard/<any name>.csv, .csv.gz, .txt or .parquet.
        par_slutenvard: no file
          - a required table is missing.
            Add par_slutenvard/<any name>.csv, .csv.gz, .txt or .parquet.
        pv_kontakt: no file
          - a required table is missing.
            Add pv_kontakt/<any name>.csv, .csv.gz, .txt or .parquet.
        sol: no file
          - a required table is missing.
            Add sol/<any name>.csv, .csv.gz, .txt or .parquet.

        2 files: 2 refused, 0 rows set aside, 6 required tables missing, 0 checks of the rows failed. A night would stop: a delivery is refused or missing.
        """);
  }

  @Test
  void anExtractIsToldFileByFileAndWhatJoinsThem() throws IOException {
    with("omop54/e1/person.csv", "person_id;person_source_value\n1;anna\n");
    with("omop54/e1/care_site.csv", "care_site_id;care_site_source_value\n10;NUS\n");
    with(
        "omop54/e1/visit_occurrence.csv",
        """
        visit_occurrence_id;person_id;visit_concept_id;visit_start_date;care_site_id
        100;1;9201;2026-03-01;10
        101;1;8716;2026-03-01;10
        102;9;9202;2026-03-01;10
        100;1;9202;2026-03-01;10
        103;1;581477;2026-03-01;10
        104;1;9202;2026-03-01;10
        """);
    with("omop54/e2/person.csv", "person_id;person_source_value\n1;anna\n");
    with(
        "omop54/e2/drug_exposure.csv",
        "drug_exposure_id;person_id;drug_source_value;drug_exposure_start_date\n1;1;A;2026-01-01\n");

    assertReport(
        5,
        """
        omop54/e1/care_site.csv: 1 row, UTF-8; good
          - columns that are not there: place_of_service_source_value.
            They count as empty; add those that you can deliver.
        omop54/e1/person.csv: 1 row, UTF-8; good
        omop54/e1/visit_occurrence.csv: 6 rows, UTF-8; 3 would be set aside
          - column 'visit_concept_id' is outside its list: 1 row, first on line 3.
            Leave such rows out, or have the number added to the concepts of the shape (omop54.yaml).
          - the extract has no row of person with its 'person_id': 1 row, first on line 4.
            Deliver that row in the same extract, or leave this one out.
          - 'visit_occurrence_id' repeats that of an earlier row of the extract: 1 row, first on line 5.
            Number each row of a table anew; a correction is an extract of its own.
          - 3 of 6 rows are more than 5 %.
            A night would stop: mend the rows before you send the file.
          - columns that are not there: visit_end_date, visit_source_value, provider_id, admitted_from_source_value, discharged_to_source_value.
            They count as empty; add those that you can deliver.
        omop54/e2/drug_exposure.csv: REFUSED
          - column 'drug_type_concept_id' is missing (expected 5 required columns, found 4).
            Make the file anew.
          - what joins the files of its extract is not judged.
            Check the extract again with the new file.
        omop54/e2/person.csv: 1 row, UTF-8; good
        par_oppenvard: what the rows say
          - column 'hdia': the value is missing: 1 of 1, 100 % (at most 20 %).
            Fill in the column, if you know the values.
        par_slutenvard: what the rows say
          - column 'pvard': the value is missing: 1 of 1, 100 % (at most 10 %).
            Fill in the column, if you know the values.
          - column 'hdia': the value is missing: 1 of 1, 100 % (at most 10 %).
            Fill in the column, if you know the values.
        pv_kontakt: what the rows say
          - column 'yrke': the value is missing: 1 of 1, 100 % (at most 10 %).
            Fill in the column, if you know the values.

        5 files: 1 refused, 3 rows set aside, 0 required tables missing, 4 checks of the rows failed. A night would stop: a delivery is refused or missing.
        """);
  }

  @Test
  void nothingIsWrittenInTheInboxAndNothingIsLeftElsewhere() throws IOException {
    with("khsl/1.csv", KHSL);
    long left = leftOver();

    assertThat(Jamlik.run("check", "--inbox=" + inbox)).isEqualTo(5);

    try (Stream<Path> files = Files.walk(inbox)) {
      assertThat(files.filter(Files::isRegularFile)).containsExactly(inbox.resolve("khsl/1.csv"));
    }
    assertThat(leftOver()).isEqualTo(left);
  }

  private static long leftOver() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.getFileName().toString().startsWith("jamlik-check")).count();
    }
  }

  private void assertReport(int exitCode, String report, String... options) {
    StringWriter out = new StringWriter();
    int code =
        new CommandLine(new CheckCommand())
            .setOut(new PrintWriter(out))
            .execute(
                Stream.concat(
                        Stream.of("--inbox=" + inbox, "--as-of=2026-11-22"), Stream.of(options))
                    .toArray(String[]::new));
    assertThat(out.toString()).isEqualTo(report);
    assertThat(code).isEqualTo(exitCode);
  }

  private void with(String file, String text) throws IOException {
    Files.createDirectories(inbox.resolve(file).getParent());
    Files.writeString(inbox.resolve(file), text);
  }
}
