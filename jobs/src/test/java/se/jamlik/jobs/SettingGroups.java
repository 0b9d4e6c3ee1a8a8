package se.jamlik.jobs;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All groups of settings, as somebody writes them who has read docs/settings.md: a new group or key
 * is added here by hand.
 */
final class SettingGroups {
  private static final SettingGroup SCOPE =
      new SettingGroup(
          "scope",
          Map.of(
              "scope.municipalities", List.of("2401", "2403", "2404", "2409", "2460", "2480"),
              "scope.name", "Umeåregionen",
              "scope.region", "Region Västerbotten"),
          """
          scope:
            municipalities: ["2480", "2482"]
            name: " Kusten "
            region: Region Norr
          """,
          Map.of(
              "scope.municipalities", List.of("2480", "2482"),
              "scope.name", "Kusten",
              "scope.region", "Region Norr"),
          """
          scope:
            municipalities: [umeå, 2480]
            name: [Kusten]
            region: [Norr, Söder]
            town: Umeå
          """,
          List.of(
              "scope.municipalities: expected a list of codes of four digits, found [umeå, 2480]",
              "scope.name: expected a text, found [Kusten]",
              "scope.region: expected a text, found [Norr, Söder]",
              "scope.town: no such setting (expected one of scope.municipalities, scope.name, scope.region)"));

  private static final SettingGroup QUALITY =
      new SettingGroup(
          "quality",
          Map.of(
              "quality.most-quarantined", 0.05,
              "quality.least-linked", 0.7,
              "quality.expected-linked", 0.9),
          """
          quality:
            most-quarantined: 0
            least-linked: 1
            expected-linked: 0.95
            checks:
              on_list.threshold: 0.1
              on_list.sol:
                housing.level: error
          """,
          Map.of(
              "quality.most-quarantined",
              0.0,
              "quality.least-linked",
              1.0,
              "quality.expected-linked",
              0.95,
              "quality.checks.on_list.threshold",
              0.1,
              "quality.checks.on_list.sol.housing.level",
              "error"),
          """
          quality:
            most-quarantined: -0.01
            least-linked: 70
            expected-linked: most
            checks.on_list: {threshold: 1.01, level: loud, limit: 1}
          """,
          List.of(
              "quality.most-quarantined: expected a share from 0 to 1, found -0.01",
              "quality.least-linked: expected a share from 0 to 1, found 70",
              "quality.expected-linked: expected a share from 0 to 1, found 'most'",
              "quality.checks.on_list.threshold: expected a share from 0 to 1, found 1.01",
              "quality.checks.on_list.level: expected error, warning or note, found 'loud'",
              "quality.checks.on_list.limit: no such setting (expected one of quality.most-quarantined, quality.least-linked, quality.expected-linked, quality.checks.<check>.threshold, quality.checks.<check>.level)"));

  private static final SettingGroup PROTECT =
      new SettingGroup(
          "protect",
          Map.of(
              "protect.unsafe", false,
              "protect.smallest-shown", 5,
              "protect.smallest-denominator", 20,
              "protect.largest-change", 5,
              "protect.variance", 3.0,
              "protect.never-shown", 2),
          """
          protect: {unsafe: true, smallest-shown: 3, smallest-denominator: 30, largest-change: 8}
          protect.variance: 5.5
          protect.never-shown: 3
          """,
          Map.of(
              "protect.unsafe", true,
              "protect.smallest-shown", 3,
              "protect.smallest-denominator", 30,
              "protect.largest-change", 8,
              "protect.variance", 5.5,
              "protect.never-shown", 3),
          """
          protect: {unsafe: sometimes, smallest-shown: 4, smallest-denominator: 19, largest-change: 0}
          protect.variance: 2.9
          protect.never-shown: 0
          protect.smallest: 6
          """,
          List.of(
              "protect.unsafe: expected true or false, found 'sometimes'",
              "protect.smallest-shown: expected a whole number from 5 to 100, found 4",
              "protect.smallest-denominator: expected a whole number from 20 to 1000, found 19",
              "protect.largest-change: expected a whole number from 5 to 20, found 0",
              "protect.variance: expected a number from 3 to 20, found 2.9",
              "protect.never-shown: expected a whole number from 2 to 4, found 0",
              "protect.smallest: no such setting (expected one of protect.unsafe, protect.smallest-shown, protect.smallest-denominator, protect.largest-change, protect.variance, protect.never-shown)"));

  private static final SettingGroup GROUPERS =
      new SettingGroup(
          "groupers",
          Map.of("groupers", List.of("calderon60")),
          "groupers: [ho2022, calderon60]",
          Map.of("groupers", List.of("ho2022", "calderon60")),
          """
          groupers: [charlson_se]
          groupers.first: ho2022
          """,
          List.of(
              "groupers: expected a list of known groupers, found [charlson_se]",
              "groupers.first: no such setting (expected one of groupers)"));

  private static final SettingGroup CHOICES =
      new SettingGroup(
          "choices",
          Map.of(
              "choices.condition-occurrences",
              1,
              "choices.stay-main-row",
              "first",
              "choices.unknown-dose-days",
              90,
              "choices.left-out-drugs",
              List.of("D"),
              "choices.readmission-excludes",
              List.of("C00-C97", "Z51", "O00-O99")),
          """
          choices:
            condition-occurrences: 2
            stay-main-row: last
            unknown-dose-days: 120
            left-out-drugs: [D, V]
            readmission-excludes: []
          """,
          Map.of(
              "choices.condition-occurrences",
              2,
              "choices.stay-main-row",
              "last",
              "choices.unknown-dose-days",
              120,
              "choices.left-out-drugs",
              List.of("D", "V"),
              "choices.readmission-excludes",
              List.of()),
          """
          choices:
            condition-occurrences: 0
            stay-main-row: middle
            unknown-dose-days: 121
            left-out-drugs: D
            readmission-excludes: [Z511]
            drugs: [D]
          """,
          List.of(
              "choices.condition-occurrences: expected a whole number from 1 to 100, found 0",
              "choices.stay-main-row: expected first or last, found 'middle'",
              "choices.unknown-dose-days: expected a whole number from 1 to 120, found 121",
              "choices.left-out-drugs: expected a list of letters of ATC groups, found 'D'",
              "choices.readmission-excludes: expected a list of ICD-10 categories such as Z51 or C00-C97, found [Z511]",
              "choices.drugs: no such setting (expected one of choices.condition-occurrences, choices.stay-main-row, choices.unknown-dose-days, choices.left-out-drugs, choices.readmission-excludes)"));

  private static final SettingGroup COSTS =
      new SettingGroup(
          "costs",
          Map.of(
              "costs.bed-day", 11_000,
              "costs.admission", 10_000,
              "costs.emergency-visit", 4_500,
              "costs.outpatient-visit", 4_000,
              "costs.doctor-contact", 2_300,
              "costs.other-contact", 900,
              "costs.home-care-hour", 550,
              "costs.special-housing-day", 2_700,
              "costs.short-stay-day", 3_400,
              "costs.municipal-care-act", 700),
          """
          costs: {bed-day: 0, admission: 2, emergency-visit: 3, outpatient-visit: 4, doctor-contact: 5,
            other-contact: 6, home-care-hour: 7, special-housing-day: 8, short-stay-day: 9}
          costs.municipal-care-act: 1000000
          """,
          Map.of(
              "costs.bed-day", 0,
              "costs.admission", 2,
              "costs.emergency-visit", 3,
              "costs.outpatient-visit", 4,
              "costs.doctor-contact", 5,
              "costs.other-contact", 6,
              "costs.home-care-hour", 7,
              "costs.special-housing-day", 8,
              "costs.short-stay-day", 9,
              "costs.municipal-care-act", 1_000_000),
          """
          costs: {bed-day: -1, admission: 1000001, emergency-visit: 1.5, outpatient-visit: dear}
          """,
          List.of(
              "costs.bed-day: expected a whole number from 0 to 1000000, found -1",
              "costs.admission: expected a whole number from 0 to 1000000, found 1000001",
              "costs.emergency-visit: expected a whole number from 0 to 1000000, found 1.5",
              "costs.outpatient-visit: expected a whole number from 0 to 1000000, found 'dear'"));

  private static final SettingGroup SIGNALS =
      new SettingGroup(
          "signals",
          Map.of("signals.reference", "scope"),
          "signals: {reference: riket}",
          Map.of("signals.reference", "riket"),
          """
          signals: {reference: " ", against: riket}
          """,
          List.of(
              "signals.reference: expected scope, or an area of the reference values such as riket, found ' '",
              "signals.against: no such setting (expected one of signals.reference)"));

  private static final SettingGroup LEGAL =
      new SettingGroup(
          "legal",
          Map.of(
              "legal.purpose", "not given",
              "legal.basis", "not given",
              "legal.decision", "not given",
              "legal.erase-by", "not given",
              "legal.years-of-logs", 10),
          """
          legal:
            purpose: to follow up care
            basis: a law
            decision: HSN 2026-1
            erase-by: 2030-12-31
            years-of-logs: 5
          """,
          Map.of(
              "legal.purpose", "to follow up care",
              "legal.basis", "a law",
              "legal.decision", "HSN 2026-1",
              "legal.erase-by", "2030-12-31",
              "legal.years-of-logs", 5),
          """
          legal: {purpose: [care], basis: [], decision: [1], erase-by: soon, years-of-logs: 4, law: x}
          """,
          List.of(
              "legal.purpose: expected a text, found [care]",
              "legal.basis: expected a text, found []",
              "legal.decision: expected a text, found [1]",
              "legal.erase-by: expected a day such as 2030-12-31, found 'soon'",
              "legal.years-of-logs: expected a whole number from 5 to 100, found 4",
              "legal.law: no such setting (expected one of legal.purpose, legal.basis, legal.decision, legal.erase-by, legal.years-of-logs)"));

  private static final SettingGroup OPERATIONS =
      new SettingGroup(
          "operations",
          Map.of("operations.oldest-release-hours", 26, "operations.lineage", ""),
          "operations: {oldest-release-hours: 50, lineage: /var/log/jamlik/lineage.jsonl}",
          Map.of(
              "operations.oldest-release-hours",
              50,
              "operations.lineage",
              "/var/log/jamlik/lineage.jsonl"),
          "operations: {oldest-release-hours: 0, lineage: [a, b], oldest: 5}",
          List.of(
              "operations.oldest-release-hours: expected a whole number from 1 to 10000, found 0",
              "operations.lineage: expected a text, found [a, b]",
              "operations.oldest: no such setting (expected one of operations.oldest-release-hours, operations.lineage)"));

  private static final SettingGroup BUCKETS =
      new SettingGroup(
          "buckets",
          Map.of("buckets", 8),
          "buckets: 1024",
          Map.of("buckets", 1024),
          """
          buckets: 1025
          buckets.parts: 8
          """,
          List.of(
              "buckets: expected a whole number from 1 to 1024, found 1025",
              "buckets.parts: no such setting (expected one of buckets)"));

  private static final SettingGroup REPORTS =
      new SettingGroup(
          "reports",
          Map.of("reports.languages", List.of("sv")),
          """
          reports:
            languages: [en, sv]
            contact: [Enheten för analys]
            templates:
              - name: aldre
                title: Äldre i {place}
                chapters: [development, method]
                indicators: {tiles: [HTJ65]}
                comparisons: ["2480", riket]
                contact: [Äldrenämnden]
          """,
          Map.of(
              "reports.languages", List.of("en", "sv"),
              "reports.contact", List.of("Enheten för analys"),
              "reports.aldre.title", List.of("Äldre i {place}", "Äldre i {place}"),
              "reports.aldre.chapters", List.of("development", "method"),
              "reports.aldre.tiles", List.of("HTJ65"),
              "reports.aldre.comparisons", List.of("2480", "riket"),
              "reports.aldre.contact", List.of("Äldrenämnden")),
          """
          reports:
            languages: [fi]
            contact: analys
            logotype.file: no-such.png
            logotype.alternative: The mark of the region
            paper: A3
            templates:
              - name: old
                logotype: region.png
          """,
          List.of(
              "reports.languages: expected a list of different ones among sv, en, found [fi]",
              "reports.logotype.file: expected a PNG file of at most one megabyte, found 'no-such.png'",
              "reports.contact: expected a list of different ones among texts, found 'analys'",
              "reports.templates.old.logotype: no such setting (expected one of name, title, chapters, indicators, comparisons, logotype.file, logotype.alternative, contact)",
              "reports.paper: no such setting (expected one of reports.languages, reports.contact, reports.logotype.file, reports.logotype.alternative, reports.templates)"));

  private SettingGroups() {}

  static Stream<SettingGroup> all() {
    return Stream.of(
        SCOPE,
        QUALITY,
        PROTECT,
        GROUPERS,
        CHOICES,
        COSTS,
        SIGNALS,
        LEGAL,
        OPERATIONS,
        BUCKETS,
        REPORTS);
  }
}
