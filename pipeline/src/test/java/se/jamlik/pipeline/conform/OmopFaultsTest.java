package se.jamlik.pipeline.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.adapt.Adapted;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.ImpossibleNumbers;
import se.jamlik.pipeline.vocabulary.Settings;
import se.jamlik.pipeline.vocabulary.UserError;

@ExtendWith(SparkTest.class)
class OmopFaultsTest {
  private static final String TWELVE = ImpossibleNumbers.twelve(LocalDate.of(1948, 10, 3));

  private final SparkSession spark;
  private final SmallInbox inbox;

  OmopFaultsTest(SparkSession spark, @TempDir Path folder) throws IOException {
    this.spark = spark;
    this.inbox =
        SmallExtract.in(new SmallInbox(spark, folder), "e1").andTheRestBut(SmallExtract.TABLES);
  }

  @Test
  void aRowThatMapsNowhereGoesAsideWithItsReason() throws IOException {
    inbox
        .with(
            "omop54/e1/visit_occurrence.csv",
            SmallExtract.lines(
                SmallExtract.VISIT,
                "100;1;9201;2026-03-01;2026-03-05;;;10;;",
                "101;1;8716;2026-03-01;;;;10;;", // no kind of visit that the mapping knows
                "102;9;9202;2026-03-01;;;;10;;", // nobody's
                "103;1;9202;2026-02-30;;;;10;;", // no day
                "104;1;9201;2026-03-05;2026-03-01;;;10;;", // ends before it starts
                "100;2;9202;2026-03-01;;;;10;;", // a number that was used
                "105;1;9202;2026-03-01;;;;;;", // nowhere
                "106;1;581477;2026-03-02;;;;11;;",
                "107;1;9202;2026-03-03;;;;11;;"))
        .with(
            "omop54/e1/condition_occurrence.csv",
            SmallExtract.lines(
                SmallExtract.CONDITION,
                "1;1;100;I50;",
                "2;1;999;I51;", // of no visit
                "3;2;100;I52;", // of a visit of somebody else
                "4;9;102;I53;", // of a visit without a place
                "5;1;;I54;",
                "6;1;100;;"))
        .with(
            "omop54/e1/drug_exposure.csv",
            SmallExtract.lines(
                SmallExtract.DRUG,
                "1;1;C07AB02;2026-01-15;32825;98",
                "2;1;C07AB02;2026-01-16;32838;98", // prescribed, not dispensed
                "3;9;C07AB02;2026-01-17;32825;98"))
        .with("omop54/e1/death.csv", SmallExtract.lines(SmallExtract.DEATH, "9;2026-07-01;"));

    assertThatExceptionOfType(UserError.class)
        .isThrownBy(() -> inbox.conformed(Settings.defaults()))
        .withMessageContaining(
            "Cannot use omop54/e1/visit_occurrence.csv: 6 of 9 rows are quarantined")
        .satisfies(error -> assertThat(error.exitCode()).isEqualTo(ExitCode.QUALITY));

    Conformed conformed = inbox.published();

    assertThat(inbox.quarantined("omop54/e1"))
        .containsExactly(
            "omop54/e1/condition_occurrence.csv:3 the extract has no row of visit_occurrence with its 'visit_occurrence_id', 'person_id'",
            "omop54/e1/condition_occurrence.csv:4 the extract has no row of visit_occurrence with its 'visit_occurrence_id', 'person_id'",
            "omop54/e1/condition_occurrence.csv:5 the extract has no row of visit_occurrence with its 'visit_occurrence_id', 'person_id'",
            "omop54/e1/condition_occurrence.csv:6 required column 'visit_occurrence_id' is empty",
            "omop54/e1/condition_occurrence.csv:7 required column 'condition_source_value' is empty",
            "omop54/e1/death.csv:2 the extract has no row of person with its 'person_id'",
            "omop54/e1/drug_exposure.csv:3 column 'drug_type_concept_id' is outside its list",
            "omop54/e1/drug_exposure.csv:4 the extract has no row of person with its 'person_id'",
            "omop54/e1/visit_occurrence.csv:3 column 'visit_concept_id' is outside its list",
            "omop54/e1/visit_occurrence.csv:4 the extract has no row of person with its 'person_id'",
            "omop54/e1/visit_occurrence.csv:5 column 'visit_start_date' cannot be read as a date (YYYY-MM-DD or YYYYMMDD)",
            "omop54/e1/visit_occurrence.csv:6 'visit_end_date' is before 'visit_start_date'",
            "omop54/e1/visit_occurrence.csv:7 'visit_occurrence_id' repeats that of an earlier row of the extract",
            "omop54/e1/visit_occurrence.csv:8 required column 'care_site_id' is empty");
    assertThat(SmallInbox.account(conformed, "omop54/e1/visit_occurrence.csv"))
        .isEqualTo("9 = 3 + 6 + 0, replaced 0, blank 0, accepted_with_quarantine");
    assertThat(SmallInbox.account(conformed, "omop54/e1/condition_occurrence.csv"))
        .isEqualTo("6 = 1 + 5 + 0, replaced 0, blank 0, accepted_with_quarantine");
    assertThat(SmallInbox.account(conformed, "omop54/e1/drug_exposure.csv"))
        .isEqualTo("3 = 1 + 2 + 0, replaced 0, blank 0, accepted_with_quarantine");
    assertThat(SmallInbox.account(conformed, "omop54/e1/death.csv"))
        .isEqualTo("1 = 0 + 1 + 0, replaced 0, blank 0, accepted_with_quarantine");
    assertThat(
            SmallInbox.rows(
                conformed, "inpatient_row", "line", "array_join(secondary_diagnoses, ' ')"))
        .containsExactly("2|I50");
  }

  @Test
  void theSenderIsToldWhatJoinsTheFilesOfAnExtract() throws IOException {
    inbox.with(
        "omop54/e1/death.csv",
        SmallExtract.lines(SmallExtract.DEATH, "2;2026-07-01;", "8;2026-07-01;", "9;2026-07-01;"));
    Adapted adapted = inbox.adapted();
    Settings.Quality quality = Settings.defaults().quality();
    Definitions definitions = Definitions.load();
    Inspection files = Inspection.of(adapted, inbox.out(), quality, definitions);

    Inspection extracts =
        files.with(
            new ExtractInspection(adapted, inbox.out(), definitions).asides(spark, files), quality);

    assertThat(files.exitCode()).isEqualTo(ExitCode.PUBLISHED);
    assertThat(extracts.exitCode()).isEqualTo(ExitCode.QUALITY);
    assertThat(extracts.tooMany())
        .extracting(InspectedFile::file, InspectedFile::asides)
        .containsExactly(
            tuple(
                "omop54/e1/death.csv",
                List.of(new Aside("the extract has no row of person with its 'person_id'", 2, 3))));
  }

  @Test
  void aPersonnummerInASourceValueRefusesTheFileAndIsToldNowhere() throws IOException {
    inbox
        .with(
            "omop54/e1/person.csv", SmallExtract.lines(SmallExtract.PERSON, "1;" + TWELVE, "2;bo"))
        .with(
            "omop54/e1/death.csv", SmallExtract.lines(SmallExtract.DEATH, "2;2026-07-01;" + TWELVE))
        // A column that nobody uses is guarded too.
        .with(
            "omop54/e1/drug_exposure.csv",
            SmallExtract.lines(SmallExtract.DRUG, "1;2;A;2026-01-15;32825;" + TWELVE));

    String ask =
        " in 1 rows, first on line 2. Ask the sender for a new delivery without it, and delete this one.";
    assertThatExceptionOfType(UserError.class)
        .isThrownBy(inbox::conformed)
        .withMessage(
            String.join(
                System.lineSeparator(),
                "Cannot read omop54/e1/death.csv: column 'cause_source_value' holds a personnummer"
                    + ask,
                "Cannot read omop54/e1/drug_exposure.csv: column 'quantity' holds a personnummer"
                    + ask,
                "Cannot read omop54/e1/person.csv: column 'person_source_value' holds a personnummer"
                    + ask))
        .satisfies(error -> assertThat(error.exitCode()).isEqualTo(ExitCode.PRIVACY));
    assertThat(inbox.holdsNowhere(TWELVE)).isTrue();
  }

  @Test
  void aPersonnummerInTheNameOfAnExtractRefusesItsFilesAndIsToldNowhere() throws IOException {
    String name = ImpossibleNumbers.separated(TWELVE, '-');
    inbox.with("omop54/" + name + "/person.csv", SmallExtract.lines(SmallExtract.PERSON, "1;a"));

    assertThatExceptionOfType(UserError.class)
        .isThrownBy(inbox::conformed)
        .withMessageStartingWith("Cannot read omop**/********-****/person.csv: the file name holds")
        .satisfies(error -> assertThat(error.exitCode()).isEqualTo(ExitCode.PRIVACY));
    assertThat(inbox.holdsNowhere(name)).isTrue();
  }

  @Test
  void aFileWithoutARequiredColumnIsRefused() throws IOException {
    inbox.with("omop54/e1/death.csv", "person_id;cause_source_value", "1;I21");

    assertThatExceptionOfType(UserError.class)
        .isThrownBy(inbox::conformed)
        .withMessage(
            "Cannot read omop54/e1/death.csv: column 'death_date' is missing (expected 2 required columns, found 1). Ask the sender for a new delivery.");
  }

  @Test
  void anExtractIsNamedPlainly() throws IOException {
    inbox.with("omop54/e 2/death.csv", SmallExtract.lines(SmallExtract.DEATH, "1;2026-07-01;"));

    assertThatExceptionOfType(UserError.class)
        .isThrownBy(inbox::conformed)
        .withMessage(
            "Cannot read omop54: the name of an extract's folder holds other than letters a to z, digits, '.', '_' and '-'. Name it anew.");
  }
}
