package se.jamlik.reports.page;

import java.util.Comparator;
import java.util.List;
import se.jamlik.reports.release.Indicator;

/** Which indicators stand where. One that a release does not have is left out. */
final class Selection {

  /**
   * The headline is about the first of these that has cases enough to compare; a fixed order, so
   * that it is never chosen for what the comparison says.
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

  /** The order of the catalogue of indicators; what it does not name comes last, by id. */
  private static final List<String> ORDER =
      List.of(
          "MM2 MM3 MMPM CCI3 HFRS15 MS75 MSA65_CARE MSA65_SOCIAL MSA65_CORE MSA65 POLY5 POLY10 OLAMP75",
          "ANTIPSY75 FALL65 PAVERK READM30 ED80 BOTH65 SIPCORE UKDAYS UKMEAN TTFV72 PCFU14 EDHC FLK COC",
          "SECON UPC50 GAP PSYK0_19 PSYKSPEC0_17 PSYKSPEC18_24 ADHD10_17 ANTIDEP10_17 ANTIDEP18_24",
          "SELFHARM10_24 PLAC0_20 EBBARN EB HTJ65 HTJ80 SABO80 KHSL65 HNHC1 HNHC5 HNHC10");

  private Selection() {}

  /** The ids of the indicators in the order readers meet them. */
  static List<String> inOrder(List<Indicator> indicators) {
    List<String> order = List.of(String.join(" ", ORDER).split(" ", -1));
    return indicators.stream()
        .map(Indicator::id)
        .sorted(
            Comparator.comparingInt(
                    (String id) -> order.contains(id) ? order.indexOf(id) : order.size())
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }
}
