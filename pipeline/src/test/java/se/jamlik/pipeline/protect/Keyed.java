package se.jamlik.pipeline.protect;

import java.util.List;
import se.jamlik.pipeline.measure.Counted;
import se.jamlik.pipeline.measure.Measured;
import se.jamlik.pipeline.measure.Multimorbidity;
import se.jamlik.pipeline.measure.References;
import se.jamlik.pipeline.measure.Squares;
import se.jamlik.pipeline.measure.Sums;
import se.jamlik.pipeline.vocabulary.ProtectionRules;
import se.jamlik.pipeline.vocabulary.Settings;

/** Counts whose change is known by their keys, and the rules that they are shown by. */
final class Keyed {
  static final ProtectionRules RULES = Settings.defaults().protect();
  static final PerturbationTable TABLE = PerturbationTable.of(RULES);
  static final Thresholds THRESHOLDS = new Thresholds(RULES);
  static final Counted NONE = new Counted(0, 0, 0);

  private Keyed() {}

  /** A key of 0 takes five persons away. */
  static Counted less(long persons) {
    return new Counted(persons, persons, 0);
  }

  /** A key of -1 adds five persons. */
  static Counted more(long persons) {
    return new Counted(persons, persons, -1);
  }

  static Sums share(Counted part, Counted whole) {
    return new Sums(part, whole, NONE, NONE, new Squares(0, 0, 0, 0));
  }

  /** Nothing measured but cells of multimorbidity. */
  static Measured measured(Multimorbidity exact) {
    return new Measured(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        References.NONE,
        exact,
        List.of(),
        List.of());
  }
}
