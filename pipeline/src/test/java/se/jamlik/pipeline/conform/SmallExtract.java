package se.jamlik.pipeline.conform;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;

/** A region of two persons as an extract of the common data model, and as files of the contract. */
final class SmallExtract {
  static final String PERSON = "person_id;person_source_value";
  static final String VISIT =
      "visit_occurrence_id;person_id;visit_concept_id;visit_start_date;visit_end_date;"
          + "visit_source_value;provider_id;care_site_id;admitted_from_source_value;discharged_to_source_value";
  static final String CONDITION =
      "condition_occurrence_id;person_id;visit_occurrence_id;condition_source_value;condition_status_concept_id";
  static final String DRUG =
      "drug_exposure_id;person_id;drug_source_value;drug_exposure_start_date;drug_type_concept_id;quantity";
  static final String DEATH = "person_id;death_date;cause_source_value";

  /** The tables of the contract that an extract may hold rows of. */
  static final String[] TABLES = {"par_slutenvard", "par_oppenvard", "pv_kontakt", "lmed", "dors"};

  private SmallExtract() {}

  /** Lines under a header, as the text of a file. */
  static String[] lines(String header, String... rows) {
    return Stream.concat(Stream.of(header), Arrays.stream(rows)).toArray(String[]::new);
  }

  /** All tables of an extract, below the folder {@code omop54/<extract>}. */
  static SmallInbox in(SmallInbox inbox, String extract) throws IOException {
    String place = "omop54/" + extract + "/";
    return inbox
        .with(place + "person.csv", lines(PERSON, "1;anna", "2;bo"))
        .with(
            place + "care_site.csv",
            "care_site_id;care_site_source_value;place_of_service_source_value",
            "10;NUS;301",
            "11;Ersboda;")
        .with(
            place + "provider.csv",
            "provider_id;provider_source_value;specialty_source_value",
            "5;dr5;LAKARE")
        .with(
            place + "visit_occurrence.csv",
            lines(
                VISIT,
                "100;1;9201;2026-03-01;2026-03-05;;5;10;3;2",
                "101;1;262;2026-04-01;2026-04-02;;;10;3;3",
                "102;2;9203;20260501;;;;10;;",
                "103;2;9202;2026-05-02;2026-05-02;;5;10;;",
                "104;2;581477;2026-06-01;2026-06-01;;5;11;;",
                "105;1;581476;2026-06-02;2026-06-02;;;11;;",
                "106;1;722455;2026-06-03;;DISTANS_VIDEO;;11;;"))
        .with(
            place + "condition_occurrence.csv",
            lines(
                CONDITION,
                "1;1;100;I50.9;0",
                "2;1;100;S72.0;32903",
                "3;1;100;W01;0",
                "4;2;104;J45-P;",
                "5;2;104;f32;32902",
                "6;1;101;R07;32902"))
        .with(place + "drug_exposure.csv", lines(DRUG, "1;2;c07ab02;2026-01-15;32825;98"))
        .with(place + "death.csv", lines(DEATH, "2;2026-07-00;I21.9"));
  }

  /** The same care as the contract's own tables tell it, as far as the model can carry it. */
  static SmallInbox asContract(SmallInbox inbox) throws IOException {
    return inbox
        .with(
            "par_slutenvard/1.csv",
            "lopnr;indatum;utdatum;sjukhus;mvo;hdia;dia1;ekod1;insatt;utsatt",
            "anna;2026-03-01;2026-03-05;NUS;301;S720;I509;W01;3;2",
            "anna;2026-04-01;2026-04-02;NUS;301;R07;;;3;3")
        .with(
            "par_oppenvard/1.csv",
            "lopnr;indatum;sjukhus;mvo;hdia;akut;yrke",
            "anna;2026-04-01;NUS;301;R07;1;",
            "bo;2026-05-01;NUS;301;;1;",
            "bo;2026-05-02;NUS;301;;;LAKARE")
        .with(
            "pv_kontakt/1.csv",
            "kontakt_id;lopnr;kontaktdatum;enhet;yrke;kontakttyp;personal;dia1;dia2",
            "104;bo;2026-06-01;Ersboda;LAKARE;MOTTAGNING;dr5;F32;J45",
            "105;anna;2026-06-02;Ersboda;;HEMBESOK;;;",
            "106;anna;2026-06-03;Ersboda;;DISTANS_VIDEO;;;")
        .with("lmed/1.csv", "lopnr;atc;edatum", "bo;C07AB02;2026-01-15")
        .with("dors/1.csv", "lopnr;dodsdat;ulorsak", "bo;2026-07-00;I219");
  }
}
