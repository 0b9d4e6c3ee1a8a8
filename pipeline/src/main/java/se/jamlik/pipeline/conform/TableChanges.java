package se.jamlik.pipeline.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What has changed between two lists of what a table is made from, as {@link
 * TableSettling#madeFrom} writes them.
 *
 * @param before empty where the table was not there
 */
record TableChanges(String before, String now) {

  /** The kinds of what has changed; none where nothing has. */
  List<String> kinds() {
    return changes("new deliveries", "deliveries that take no part any more", number -> "");
  }

  /**
   * The same, with every delivery that has come or gone.
   *
   * @param name of a delivery by its number
   */
  List<String> byName(UnaryOperator<String> name) {
    return changes("new: ", "gone: ", name);
  }

  private List<String> changes(String come, String gone, UnaryOperator<String> name) {
    if (now.equals(before)) {
      return List.of();
    }
    if (before.isEmpty()) {
      return List.of("never made");
    }
    List<String> changes = new ArrayList<>();
    if (!rules(now).equals(rules(before))) {
      changes.add("rules of reading");
    }
    only(now, before).map(number -> come + name.apply(number)).distinct().forEach(changes::add);
    only(before, now).map(number -> gone + name.apply(number)).distinct().forEach(changes::add);
    return changes;
  }

  private static String rules(String madeFrom) {
    return madeFrom.substring(0, madeFrom.indexOf(':'));
  }

  /** The numbers of the deliveries that one of them has alone. */
  private static Stream<String> only(String one, String other) {
    List<String> others = files(other).toList();
    return files(one)
        .filter(file -> !others.contains(file))
        .map(file -> file.substring(0, file.indexOf(':')));
  }

  private static Stream<String> files(String madeFrom) {
    return Stream.of(madeFrom.substring(madeFrom.indexOf(':') + 1).split(",", -1))
        .filter(file -> !file.isEmpty());
  }
}
