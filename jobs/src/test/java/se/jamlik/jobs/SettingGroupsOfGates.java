package se.jamlik.jobs;

import java.util.List;
import java.util.Map;

/** The groups of settings that choose what stops a night and what may be shown. */
final class SettingGroupsOfGates {
  static final SettingGroup QUALITY =
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

  static final SettingGroup PROTECT =
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

  private SettingGroupsOfGates() {}
}
