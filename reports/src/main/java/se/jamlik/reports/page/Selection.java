package se.jamlik.reports.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import se.jamlik.reports.release.Indicator;

/**
 * The places of a report that show chosen indicators, with those of the standard report. One that a
 * release does not have is left out. A report of its own may choose others.
 */
public enum Selection {
  /**
   * The headline is about the first of these that has cases enough to compare; a fixed order, so
   * that it is never chosen for what the comparison says.
   */
  HEADLINE(8, "PAVERK ED80 READM30 MM2"),
  TILES(4, "MM2 PAVERK READM30 ED80"),
  OVERVIEW(12, "MM2 MSA65_CORE POLY5 PAVERK READM30 ED80 HTJ65 EB"),
  EQUITY(4, "MM2 PAVERK READM30 ED80"),
  HEALTH_CARE(4, "MM2 PAVERK READM30 ED80"),
  OLD_AND_SOCIAL(4, "MSA65_CORE POLY5 HTJ65 EB"),
  DEVELOPMENT(6, "PAVERK READM30 ED80 POLY5 HTJ65 EB");

  /** How ill people are, and how many have several illnesses. */
  static final String ILLNESS = "MM2";

  /** The order of the catalogue of indicators; what it does not name comes last, by id. */
  private static final List<String> ORDER =
      List.of(
          "MM2 MM3 MMPM CCI3 HFRS15 MS75 MSA65_CARE MSA65_SOCIAL MSA65_CORE MSA65 POLY5 POLY10 OLAMP75",
          "ANTIPSY75 FALL65 PAVERK READM30 ED80 BOTH65 SIPCORE UKDAYS UKMEAN TTFV72 PCFU14 EDHC FLK COC",
          "SECON UPC50 GAP PSYK0_19 PSYKSPEC0_17 PSYKSPEC18_24 ADHD10_17 ANTIDEP10_17 ANTIDEP18_24",
          "SELFHARM10_24 PLAC0_20 EBBARN EB HTJ65 HTJ80 SABO80 KHSL65 HNHC1 HNHC5 HNHC10");

  private final int most;
  private final String standard;

  Selection(int most, String standard) {
    this.most = most;
    this.standard = standard;
  }

  /** The name in settings: {@code health-care}. */
  public String settingName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The selection of a name in settings. */
  public static Optional<Selection> named(String name) {
    return Stream.of(values()).filter(one -> one.settingName().equals(name)).findFirst();
  }

  /** The most indicators that there is room for. */
  public int most() {
    return most;
  }

  /** Ids of the standard report's indicators. */
  public List<String> standard() {
    return List.of(standard.split(" ", -1));
  }

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
