package se.jamlik.jobs;

import java.util.List;
import java.util.Map;

/** The groups of settings that choose what is counted. */
final class SettingGroupsOfNumbers {
  static final SettingGroup SCOPE =
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

  static final SettingGroup GROUPERS =
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

  static final SettingGroup CHOICES =
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

  static final SettingGroup COSTS =
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

  static final SettingGroup SIGNALS =
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

  private SettingGroupsOfNumbers() {}
}
