package se.jamlik.pipeline.measure;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One of the numbers of conditions that residents are divided by.
 *
 * @param grouper the code list whose conditions are counted
 * @param conditions 0, 1, 2, 3, 4 or 5+
 * @param term what the kernel adds up
 */
record ConditionTerm(String grouper, String conditions, Term term) {
  private static final int MOST = 5;

  /** All six of each grouper. */
  static List<ConditionTerm> of(List<String> groupers) {
    return groupers.stream().flatMap(ConditionTerm::of).toList();
  }

  private static Stream<ConditionTerm> of(String grouper) {
    String count = count(grouper);
    return Stream.concat(
        IntStream.range(0, MOST)
            .mapToObj(number -> of(grouper, "" + number, count + " = " + number)),
        Stream.of(of(grouper, MOST + "+", count + " >= " + MOST)));
  }

  private static ConditionTerm of(String grouper, String conditions, String condition) {
    return new ConditionTerm(
        grouper, conditions, Term.shareAtEnd(grouper + " " + conditions, condition));
  }

  /** The fact that holds a person's number of conditions. */
  private static String count(String grouper) {
    return grouper.equals("calderon60") ? "condition_count" : grouper + "_count";
  }
}
