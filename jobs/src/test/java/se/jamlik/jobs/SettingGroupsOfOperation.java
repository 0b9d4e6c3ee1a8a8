package se.jamlik.jobs;

import java.util.List;
import java.util.Map;

/** The groups of settings that choose how an installation is run and what it reports. */
final class SettingGroupsOfOperation {
  static final SettingGroup LEGAL =
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

  static final SettingGroup OPERATIONS =
      new SettingGroup(
          "operations",
          Map.of(
              "operations.oldest-release-hours", 26,
              "operations.lineage", "",
              "operations.mirror", ""),
          "operations: {oldest-release-hours: 50, lineage: /var/log/jamlik/lineage.jsonl, mirror: \"hdfs://nn/jamlik\"}",
          Map.of(
              "operations.oldest-release-hours",
              50,
              "operations.lineage",
              "/var/log/jamlik/lineage.jsonl",
              "operations.mirror",
              "hdfs://nn/jamlik"),
          "operations: {oldest-release-hours: 0, lineage: [a, b], mirror: \"s3a://key:secret@bucket/x\", oldest: 5}",
          List.of(
              "operations.oldest-release-hours: expected a whole number from 1 to 10000, found 0",
              "operations.lineage: expected a text, found [a, b]",
              "operations.mirror: expected an address such as hdfs://HOST/FOLDER, without a password, found 's3a://…@bucket/x'",
              "operations.oldest: no such setting (expected one of operations.oldest-release-hours, operations.lineage, operations.mirror)"));

  static final SettingGroup BUCKETS =
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

  static final SettingGroup REPORTS =
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

  private SettingGroupsOfOperation() {}
}
