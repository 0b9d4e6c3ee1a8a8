package se.jamlik.reports.page;

import java.util.List;

/** Which indicators stand where. One that a release does not have is left out. */
final class Selection {

  /**
   * The headline is about the first of these; a fixed order, so that it is never chosen for its
   * result.
   */
  static final List<String> HEADLINE = List.of("PAVERK", "ED80", "READM30", "MM2");

  /** How ill people are, and how many have several illnesses. */
  static final String ILLNESS = "MM2";

  static final List<String> TILES = List.of("MM2", "PAVERK", "READM30", "ED80");

  static final List<String> OVERVIEW =
      List.of("MM2", "MSA65_CORE", "POLY5", "PAVERK", "READM30", "ED80", "HTJ65", "EB");

  static final List<String> EQUITY = List.of("MM2", "PAVERK", "READM30", "ED80");

  static final List<String> HEALTH_CARE = List.of("MM2", "PAVERK", "READM30", "ED80");

  static final List<String> OLD_AND_SOCIAL = List.of("MSA65_CORE", "POLY5", "HTJ65", "EB");

  static final List<String> DEVELOPMENT =
      List.of("PAVERK", "READM30", "ED80", "POLY5", "HTJ65", "EB");

  private Selection() {}
}
