package se.jamlik.pipeline.measure;

import se.jamlik.pipeline.vocabulary.Ages;

/**
 * The twenty age bands that the standard population's groups, the shown groups and those of ten
 * years are unions of: five years each, with 15-19 cut at 18.
 */
final class AgeBands {
  static final int COUNT = 20;

  private static final int ADULT = 18;
  private static final int OLDEST = 90;
  private static final int LAST_BEFORE_ADULT = 3;

  private AgeBands() {}

  static int of(int age) {
    int group = Ages.standardGroup(age);
    return group < LAST_BEFORE_ADULT || age < ADULT ? group : group + 1;
  }

  /** The place of the band's group among the nineteen of the standard population. */
  static int standardGroup(int band) {
    return band <= LAST_BEFORE_ADULT ? band : band - 1;
  }

  static String shownGroup(int band) {
    int youngest = band == LAST_BEFORE_ADULT + 1 ? ADULT : standardGroup(band) * 5;
    return Ages.shownGroup(youngest);
  }

  /** The group 0-9, 10-19, ..., 80-89 or 90+. */
  static String tenYears(int band) {
    int youngest = standardGroup(band) / 2 * 10;
    return youngest == OLDEST ? OLDEST + "+" : youngest + "-" + (youngest + 9);
  }
}
