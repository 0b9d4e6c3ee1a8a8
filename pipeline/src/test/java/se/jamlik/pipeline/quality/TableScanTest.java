package se.jamlik.pipeline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.jamlik.pipeline.SparkTest;

/** What each kind of check counts, at its edges. */
@ExtendWith(SparkTest.class)
class TableScanTest {
  private final SparkSession spark;

  TableScanTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void aMunicipalDecisionIsCheckedInOnePass() {
    SmallTables tables =
        new SmallTables(spark)
            .with("dors", "person: 1; died_on: '2024-03-01'")
            .with(
                "sol",
                // On the day of death; open more than a month after it.
                "person: 1; municipality: '2480'; service: 'SABO'; starts_on: '2024-03-01'",
                "person: 1; municipality: '2480'; service: 'SABO'; starts_on: '2024-03-02'; ends_on: '2024-04-01'",
                "person: 2; municipality: '9999'; housing: 'SABO'; hours_per_month: 744; starts_on: '1900-01-01'",
                "person: 2; municipality: '2401'; housing: 'HOTELL'; hours_per_month: 744.5; starts_on: '1899-12-31'; ends_on: '1919-12-26'",
                "person: 2; municipality: '2401'; hours_per_month: 1; starts_on: '2023-01-01'; ends_on: '2042-12-27'",
                "person: 2; municipality: '2401'; hours_per_month: 0.5; starts_on: '2023-01-01'; ends_on: '2042-12-28'");

    assertThat(tables.counted("sol"))
        .containsExactlyInAnyOrder(
            "has_value ends_on 2/6",
            "has_value hours_per_month 2/6",
            "has_value housing 4/6",
            "on_list housing 1/2",
            "date_in_range starts_on 1/6",
            "date_in_range ends_on 0/4",
            "in_range hours_per_month 2/4",
            "municipality_form municipality 1/6",
            // 7 300 days are borne.
            "long_spell ends_on 1/4",
            "after_death starts_on 1/2",
            "spell_after_death ends_on 1/2");
  }

  @Test
  void anInpatientRowIsCheckedInOnePass() {
    SmallTables tables =
        new SmallTables(spark)
            .with("dors", "person: 1; died_on: '2024-03-01'")
            .with(
                "par_slutenvard",
                "person: 1; admitted_on: '2024-02-28'; discharged_on: '2024-03-02'; hospital: '64001'; main_diagnosis: 'I509'; secondary_diagnoses: array('E119','250,0')",
                "person: 2; admitted_on: '2024-02-28'; discharged_on: '2025-02-27'; hospital: '00000'; main_diagnosis: 'C10AA01'; admission_kind: 2",
                "person: 2; admitted_on: '2025-02-28'; discharged_on: '2026-03-01'; hospital: '64001'; main_diagnosis: 'R69'; admission_kind: 3; secondary_diagnoses: array()");

    assertThat(
            tables.counted(
                "par_slutenvard",
                "code_form",
                "codes_form",
                "hits_code_list",
                "code_lists_hit",
                "reserve_code",
                "after_death",
                "long_spell",
                "on_list",
                "holds_codes"))
        .containsExactlyInAnyOrder(
            "code_form main_diagnosis 1/3",
            "code_form main_diagnosis 2024 1/2",
            "code_form main_diagnosis 2025 0/1",
            "codes_form secondary_diagnoses 1/1",
            "codes_form external_causes 0/0",
            "hits_code_list main_diagnosis 1/2",
            "hits_code_list main_diagnosis 2024 0/1",
            "hits_code_list main_diagnosis 2025 1/1",
            "code_lists_hit secondary_diagnoses 0/1",
            "code_lists_hit secondary_diagnoses 2024 0/1",
            "reserve_code main_diagnosis 1/3",
            "reserve_code hospital 1/3",
            "reserve_code clinic 0/0",
            "reserve_code speciality 0/0",
            "after_death admitted_on 0/1",
            "after_death discharged_on 1/1",
            "long_spell discharged_on 1/3",
            "on_list admitted_from 0/0",
            "on_list discharged_to 0/0",
            "on_list admission_kind 1/2",
            "holds_codes secondary_diagnoses 2/3",
            "holds_codes external_causes 3/3");
  }

  @Test
  void anAreaIsKnownAndLiesInItsMunicipality() {
    SmallTables tables =
        new SmallTables(spark)
            .withEach("geografi", "deso", "'2480A0010'", "'2401A0010'")
            .with(
                "rtb_bef",
                "year: 2023; municipality: '2480'; deso: '2480A0010'",
                "year: 2023; municipality: '2480'; deso: '2401A0010'",
                "year: 2024; municipality: '2480'; deso: '2480B0010'",
                "year: 2024; municipality: '2480'; deso: '2480D001'",
                "year: 2024; municipality: '2480'");

    assertThat(tables.counted("rtb_bef", "known_area", "area_form", "area_in_municipality"))
        .containsExactlyInAnyOrder(
            "known_area deso 2/4",
            "known_area deso 2023 0/2",
            "known_area deso 2024 2/2",
            "area_form deso 1/4",
            "area_in_municipality deso 1/4");
  }

  @Test
  void withoutTheTablesThatAreLookedIntoNobodyIsDeadAndNoAreaKnown() {
    SmallTables tables =
        new SmallTables(spark)
            .with("rtb_bef", "year: 2023; deso: '2480A0010'")
            .with("sip", "person: 1; drawn_up_on: '2024-01-02'; followed_up_on: '2024-01-01'");

    assertThat(tables.counted("rtb_bef", "known_area"))
        .containsExactlyInAnyOrder("known_area deso 1/1", "known_area deso 2023 1/1");
    assertThat(tables.counted("sip", "after_death", "in_order"))
        .containsExactlyInAnyOrder(
            "after_death drawn_up_on 0/0", "in_order followed_up_on 1/1", "in_order closed_on 0/0");
  }

  @Test
  void drugsActsDeathsAndContactsHaveChecksOfTheirOwn() {
    SmallTables tables =
        new SmallTables(spark)
            .with(
                "lmed",
                "atc: 'C10AA01'; dispensed_on: '2024-01-01'; packages: 1",
                "atc: 'C10AA'; dispensed_on: '2024-01-01'; packages: -1",
                "atc: 'I10'; dispensed_on: '2024-01-01'")
            .withEach("khsl", "act", "'DV053'", "'dv053'", "'53'")
            .with(
                "dors", "died_on: '2024-07-01'; died_on_precision: 'year'", "died_on: '2024-07-01'")
            .with(
                "pv_kontakt",
                "profession: 'LAKARE'; contact_kind: 'MOTTAGNING'; diagnoses: array('I10')",
                "profession: 'LAKARE'; contact_kind: 'HEMBESOK'; diagnoses: array()",
                "profession: 'LAKARE'; contact_kind: 'HEMBESOK'",
                "profession: 'LAKARE'; contact_kind: 'BREV'");

    assertThat(tables.counted("lmed", "drug_code_form", "cancelling_row"))
        .containsExactlyInAnyOrder(
            "drug_code_form atc 2/3",
            "drug_code_form atc 2024 2/3",
            "cancelling_row packages 1/3",
            "cancelling_row packages 2024 1/3");
    assertThat(tables.counted("khsl", "act_form")).containsExactlyInAnyOrder("act_form act 1/3");
    assertThat(tables.counted("dors", "imputed_date"))
        .containsExactlyInAnyOrder("imputed_date died_on 1/2", "imputed_date died_on 2024 1/2");
    // A contact without a date belongs to no year.
    assertThat(tables.counted("pv_kontakt", "has_diagnosis"))
        .containsExactlyInAnyOrder("has_diagnosis diagnoses 2/3");
  }

  @Test
  void aClinicsMonthLacksDiagnosesWhenMoreThanAFifthOfAtLeastTwentyRowsDo() {
    SmallTables tables =
        new SmallTables(spark)
            .with(
                "par_slutenvard",
                Stream.of(
                        rows("2023-01-05", "K1", 20, 4),
                        rows("2023-02-05", "K1", 20, 5),
                        rows("2023-02-05", "K2", 19, 19),
                        rows("2024-01-05", "K2", 21, 21))
                    .flatMap(List::stream)
                    .toArray(String[]::new));

    assertThat(tables.counted("par_slutenvard", "clinic_months"))
        .containsExactlyInAnyOrder(
            "clinic_months main_diagnosis 2/3",
            "clinic_months main_diagnosis 2023 1/2",
            "clinic_months main_diagnosis 2024 1/1");
  }

  @Test
  void anOpenRowThatOthersFollowIsTold() {
    SmallTables tables =
        new SmallTables(spark)
            .with(
                "par_slutenvard",
                "person: 1; admitted_on: '2024-01-01'",
                "person: 1; admitted_on: '2024-02-01'",
                // On one day the open row is the later one.
                "person: 2; admitted_on: '2024-01-01'",
                "person: 2; admitted_on: '2024-01-01'; discharged_on: '2024-01-01'",
                "person: 3; admitted_on: '2024-01-01'; discharged_on: '2024-01-09'");

    assertThat(tables.counted("par_slutenvard", "open_row_not_last"))
        .containsExactlyInAnyOrder("open_row_not_last discharged_on 1/3");
  }

  @Test
  void aTableThatWasNotDeliveredHasNothingToCheck() {
    assertThat(new SmallTables(spark).counted("bu"))
        .isNotEmpty()
        .allSatisfy(count -> assertThat(count).endsWith(" 0/0"));
  }

  private static List<String> rows(String day, String clinic, int rows, int without) {
    return IntStream.range(0, rows)
        .mapToObj(
            row ->
                "person: %d; admitted_on: '%s'; discharged_on: '%s'; clinic: '%s'%s"
                    .formatted(
                        row, day, day, clinic, row < without ? "" : "; main_diagnosis: 'I10'"))
        .toList();
  }
}
