package se.jamlik.pipeline.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One indicator: three expressions over the facts of a person in a period, and the words that
 * explain it.
 *
 * @param name by language, sv and en
 * @param question what it answers, by language
 * @param topPercent of a share: how many in a hundred residents the numerator is the sum of, those
 *     with most; 0 for every other kind
 * @param population SQL condition: whose rows count
 * @param numerator SQL expression over the facts; a condition counts as 1 or 0
 * @param denominator SQL expression over the facts
 * @param counted in plain Swedish: what the numerator and the denominator are
 * @param needs optional delivered tables without which it cannot be computed
 * @param needsOfMunicipality municipal tables without which a municipality's cells cannot be
 *     computed
 * @param looksBack whether it rests on five years of diagnoses
 * @param isForSmallAreas whether it is shown for DeSO over three years
 * @param isPooled whether it is also given for every three calendar years together
 * @param kolada null where no key figure measures the same
 */
public record IndicatorDefinition(
    String id,
    Map<String, String> name,
    String theme,
    Map<String, String> question,
    Kind kind,
    String unit,
    double multiplier,
    @JsonProperty("top-percent") int topPercent,
    Direction direction,
    String population,
    String numerator,
    String denominator,
    Map<String, String> counted,
    List<String> needs,
    @JsonProperty("needs-of-municipality") List<String> needsOfMunicipality,
    @JsonProperty("code-lists") List<String> codeLists,
    @JsonProperty("looks-back") boolean looksBack,
    @JsonProperty("small-areas") boolean isForSmallAreas,
    @JsonProperty("pooled") boolean isPooled,
    @Nullable Kolada kolada,
    String source) {

  /**
   * The same measure in the database of Swedish municipalities and regions (kolada.se).
   *
   * @param id of the key figure, such as N21701
   * @param years that its value is the mean of: 0 and 1 are one, 3 end with the year it tells of
   */
  public record Kolada(String id, int years) {}

  /** Decides the interval. */
  public enum Kind {
    @JsonProperty("proportion")
    PROPORTION,
    @JsonProperty("rate")
    RATE,
    @JsonProperty("ratio")
    RATIO,
    @JsonProperty("mean")
    MEAN,
    @JsonProperty("share")
    SHARE
  }

  /** Which way is better. */
  public enum Direction {
    @JsonProperty("lower")
    LOWER,
    @JsonProperty("higher")
    HIGHER,
    @JsonProperty("neutral")
    NEUTRAL
  }

  /** What the denominator of a population at the end or of a mean population is called. */
  public static final String MEAN_POPULATION = "mean_population";

  public IndicatorDefinition {
    needs = needs == null ? List.of() : List.copyOf(needs);
    needsOfMunicipality =
        needsOfMunicipality == null ? List.of() : List.copyOf(needsOfMunicipality);
    codeLists = codeLists == null ? List.of() : List.copyOf(codeLists);
  }

  /** What decides its numbers, besides facts and code lists. */
  String computed() {
    return "%s %s %s %d %s%n%s%n%s%n%s%n%s %s %s %s %s"
        .formatted(
            id,
            kind,
            multiplier,
            topPercent,
            direction,
            population,
            numerator,
            denominator,
            needs,
            needsOfMunicipality,
            looksBack,
            isForSmallAreas,
            isPooled);
  }

  /** Whether the denominator is half the sum of those resident at the start and at the end. */
  public boolean isPerMeanPopulation() {
    return denominator.strip().equals(MEAN_POPULATION);
  }
}
