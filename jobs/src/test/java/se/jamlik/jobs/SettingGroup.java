package se.jamlik.jobs;

import java.util.List;
import java.util.Map;

/**
 * One group of settings with what its three tests need.
 *
 * @param name the word that its keys begin with
 * @param defaults what a file without the group chooses, by the whole keys
 * @param chosen a file that chooses otherwise for every key of the group
 * @param taken what that file chooses, by the whole keys
 * @param wrong a file with values that the keys cannot have, and with a key that there is not
 * @param problems what is told of it, a line each
 */
record SettingGroup(
    String name,
    Map<String, Object> defaults,
    String chosen,
    Map<String, Object> taken,
    String wrong,
    List<String> problems) {

  SettingGroup {
    defaults = Map.copyOf(defaults);
    taken = Map.copyOf(taken);
    problems = List.copyOf(problems);
  }

  @Override
  public String toString() {
    return name;
  }
}
