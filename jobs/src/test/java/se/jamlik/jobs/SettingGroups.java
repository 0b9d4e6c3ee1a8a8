package se.jamlik.jobs;

import java.util.stream.Stream;

/**
 * All groups of settings, as somebody writes them who has read docs/settings.md: a new group or key
 * is added here by hand.
 */
final class SettingGroups {
  private SettingGroups() {}

  /** In the order of the page. */
  static Stream<SettingGroup> all() {
    return Stream.of(
        SettingGroupsOfNumbers.SCOPE,
        SettingGroupsOfGates.QUALITY,
        SettingGroupsOfGates.PROTECT,
        SettingGroupsOfNumbers.GROUPERS,
        SettingGroupsOfNumbers.CHOICES,
        SettingGroupsOfNumbers.COSTS,
        SettingGroupsOfNumbers.SIGNALS,
        SettingGroupsOfOperation.LEGAL,
        SettingGroupsOfOperation.OPERATIONS,
        SettingGroupsOfOperation.BUCKETS,
        SettingGroupsOfOperation.REPORTS);
  }
}
