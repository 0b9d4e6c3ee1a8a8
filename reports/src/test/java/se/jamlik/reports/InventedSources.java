package se.jamlik.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What an invented release tells of its indicators, deliveries, checks and other places. */
final class InventedSources {

  private InventedSources() {}

  static void writeTo(WrittenTables tables, Predicate<String> isHidden) {
    indicators(tables);
    provenance(tables);
    quality(tables, !isHidden.test("MM2"));
    valuesFromElsewhere(tables);
  }

  private static void indicators(WrittenTables tables) {
    List<String> rows = new ArrayList<>();
    for (InventedIndicator indicator : InventedIndicator.ALL) {
      rows.add(
          "('%1$s', 'Namn på %1$s', 'Name of %1$s', 'Hur många av invånarna har det som %1$s räknar?', 'How many residents have what %1$s counts?', 'n', 'd', '%2$s', '%3$s', 'Socialstyrelsen', '%4$s', '1')"
              .formatted(
                  indicator.id(),
                  indicator.unit(),
                  indicator.direction(),
                  indicator.id().equals("PAVERK") ? "unverified" : "verified"));
    }
    tables.run(
        "create table indicator as select * from (values "
            + String.join(", ", rows)
            + ") as t(indicator, name_sv, name_en, question_sv, question_en, numerator, denominator, unit, direction, source, code_list_status, definition_version)");
    tables.write("indicator");
  }

  private static void provenance(WrittenTables tables) {
    tables.run(
        """
        create table code_list as select * from (values
          ('calderon_larranaga2017_60groups', 'Calderón-Larrañaga m.fl. 2017, doi:10.1093/gerona/glw233', 'transcribed', '1'),
          ('charlson_se', 'Ludvigsson m.fl. 2021, doi:10.2147/CLEP.S282475', 'verified', '1'),
          ('paverkbar_slutenvard_4diagnoser', 'Socialstyrelsen, öppna jämförelser', 'unverified', '1'))
          as t(code_list, source, status, version)
        """);
    tables.write("code_list");
    tables.run(
        """
        create table delivery as select * from (values
          ('rtb_bef', 'rtb/2025.csv', 'a', timestamp '2026-11-20 03:00:00', 164830, 164830, 0, 'accepted'),
          ('par_slutenvard', 'par/sv.csv', 'b', timestamp '2026-11-21 03:00:00', 121212, 121200, 12, 'accepted_with_quarantine'),
          ('sol', 'sol/2480.csv', 'c', timestamp '2026-11-21 04:00:00', 42000, 42000, 0, 'accepted'))
          as t("table", file, sha256, delivered_at, "rows", accepted, quarantined, verdict)
        """);
    tables.write("delivery");
    tables.run(
        """
        create table link_rate as select * from (values
          ('par_slutenvard', 'all', 'all', 121200, 119988), ('sol', '2480', 'all', 42000, 41830))
          as t("table", municipality, period, "rows", rows_linked)
        """);
    tables.write("link_rate");
    tables.run(
        """
        create table suppression as select * from (values
          ('indicator_value', 'MM2', '2025', 4000, 120, 30), ('indicator_value', 'EB', '2025', 4000, 410, 60))
          as t("table", indicator, period, cells, "primary", secondary)
        """);
    tables.write("suppression");
  }

  private static void quality(WrittenTables tables, boolean hasWarnings) {
    tables.run(
        """
        create table quality as
        select "table", "check", "column", period, municipality, level, "share", verdict, problem_sv, problem
        from (values
          ('khsl', 'empty_months', 'all', '2025-03', '2403', 'warning', 1, 'failed', 'månaden saknar rader', 'the month has no rows'),
          ('lmed', 'has_value', 'antal', 'all', 'all', 'note', 1, 'failed', 'värdet saknas', 'the value is missing'),
          ('par_slutenvard', 'code_form', 'hdia', 'all', 'all', 'warning', 0.06, 'failed', 'diagnosen är ingen kod i ICD-10-SE', 'the diagnosis is no code of ICD-10-SE'),
          ('par_slutenvard', 'code_form', 'hdia', '2024', 'all', 'warning', 0.04, 'passed', 'diagnosen är ingen kod i ICD-10-SE', 'the diagnosis is no code of ICD-10-SE'),
          ('par_slutenvard', 'code_form', 'hdia', '2025', 'all', 'warning', 0.254, 'failed', 'diagnosen är ingen kod i ICD-10-SE', 'the diagnosis is no code of ICD-10-SE'))
          as t("table", "check", "column", period, municipality, level, "share", verdict, problem_sv, problem)
        where %s
        """
            .formatted(hasWarnings));
    tables.write("quality");
  }

  private static void valuesFromElsewhere(WrittenTables tables) {
    tables.run(
        """
        create table reference_value as select * from (values
          ('MM2', '2023', 'riket', 21.5, null::double, null::double, 'Påhittad statistik 2024'),
          ('MM2', '2024', 'riket', 22.5, null, null, 'Påhittad statistik 2025'),
          ('MM2', '1999', 'riket', 10, null, null, 'Påhittad statistik 2000'),
          ('EB', '2025', 'Liknande kommuner', 3.1, null, null, 'Påhittad statistik 2026'))
          as t(indicator, period, area, "value", ci_low, ci_high, source)
        """);
    tables.write("reference_value");
  }
}
