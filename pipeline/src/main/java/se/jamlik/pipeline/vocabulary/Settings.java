package se.jamlik.pipeline.vocabulary;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an installation may choose; every value has a default.
 *
 * @param scope the municipalities whose inhabitants are counted, and what they are called together
 * @param quality when a delivery or a table stops the night
 * @param protect what may be shown
 * @param buckets how many parts person-level tables are written in
 */
public record Settings(Scope scope, Quality quality, Protect protect, int buckets) {

  /**
   * Whose inhabitants are counted.
   *
   * @param municipalities by their four digits
   * @param name of the municipalities together, on the reports
   * @param region name of the region, on the reports
   */
  public record Scope(List<String> municipalities, String name, String region) {
    public Scope {
      municipalities = List.copyOf(municipalities);
    }
  }

  /**
   * When the night stops; shares between 0 and 1.
   *
   * @param mostQuarantined of a file's rows, before the night stops
   * @param leastLinked of a table's rows, before the night stops
   * @param expectedLinked of a table's rows, before a warning
   */
  public record Quality(double mostQuarantined, double leastLinked, double expectedLinked) {}

  /**
   * What may be shown (measures.md section 5).
   *
   * @param smallestShown the smallest count of persons that is shown
   * @param smallestDenominator the smallest denominator under which a value is shown
   * @param largestChange most persons that a count is changed by (D)
   * @param variance of the change (V)
   * @param neverShown counts from 1 to this never come out of the change (js)
   */
  public record Protect(
      int smallestShown,
      int smallestDenominator,
      int largestChange,
      double variance,
      int neverShown) {}

  /** The defaults of the contract (measures.md sections 1 and 5, release.md). */
  public static Settings defaults() {
    return new Settings(
        new Scope(
            List.of("2401", "2403", "2404", "2409", "2460", "2480"),
            "Umeåregionen",
            "Region Västerbotten"),
        new Quality(0.05, 0.70, 0.90),
        new Protect(5, 20, 5, 3, 2),
        8);
  }

  /** All values by the names that they have in a settings file, in alphabetical order. */
  public SortedMap<String, Object> byName() {
    SortedMap<String, Object> values = new TreeMap<>();
    values.put("scope.municipalities", scope.municipalities());
    values.put("scope.name", scope.name());
    values.put("scope.region", scope.region());
    values.put("quality.most-quarantined", quality.mostQuarantined());
    values.put("quality.least-linked", quality.leastLinked());
    values.put("quality.expected-linked", quality.expectedLinked());
    values.put("protect.smallest-shown", protect.smallestShown());
    values.put("protect.smallest-denominator", protect.smallestDenominator());
    values.put("protect.largest-change", protect.largestChange());
    values.put("protect.variance", protect.variance());
    values.put("protect.never-shown", protect.neverShown());
    values.put("buckets", buckets);
    return values;
  }
}
