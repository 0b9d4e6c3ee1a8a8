package se.jamlik.pipeline.protect;

import java.util.List;
import java.util.stream.Stream;

/** Right answers of all that were looked for. */
record Share(long right, long all) {
  static Share of(Stream<Boolean> answers) {
    List<Boolean> judged = answers.toList();
    return new Share(judged.stream().filter(Boolean::booleanValue).count(), judged.size());
  }

  double value() {
    return (double) right / all;
  }

  /** Prints the figure for those who write it down. */
  Share told(String what) {
    System.out.printf("%s: %.1f %% (%d of %d)%n", what, 100 * value(), right, all);
    return this;
  }
}
