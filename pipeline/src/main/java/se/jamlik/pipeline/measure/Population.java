package se.jamlik.pipeline.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * A row of table population: the residents of a cell, and how many of them have two conditions or
 * more. The status is that of those many: the residents are shown also where these are hidden.
 *
 * @param persons residents at the end of the period; null where they are too few themselves
 * @param multimorbid null where the status is not shown
 * @param share of the persons who are multimorbid; none where the status is not shown
 */
public record Population(
    PopulationCell source,
    @Nullable Long persons,
    @Nullable Long multimorbid,
    Optional<Estimate> share,
    Status status,
    List<String> reasons) {
  public static final String TABLE = "population";
  private static final TableColumns<Population> COLUMNS =
      new TableColumns<Population>()
          .cell(row -> row.source().cell(), "period", "area_level", "area", "sex", "age_group")
          .count("persons", Population::persons)
          .count("multimorbid", Population::multimorbid)
          .percent(Population::share)
          .status(Population::status, Population::reasons);

  public Population {
    reasons = List.copyOf(reasons);
  }

  /** The row of a share that is given. */
  public static Population shown(PopulationCell source, Sums sums, Estimate share) {
    return new Population(
        source,
        sums.denominator().persons(),
        sums.numerator().persons(),
        Optional.of(share),
        Status.SHOWN,
        source.reasons());
  }

  /** The row of a cell whose residents may be shown, and nothing else. */
  public static Population ofResidentsAlone(PopulationCell source, long persons, String why) {
    return hidden(source, persons, why);
  }

  public static Population suppressed(PopulationCell source, String why) {
    return hidden(source, null, why);
  }

  private static Population hidden(PopulationCell source, @Nullable Long persons, String why) {
    List<String> all = Stream.concat(Stream.of(why), source.reasons().stream()).toList();
    return new Population(source, persons, null, Optional.empty(), Status.SUPPRESSED, all);
  }

  /** The row of exact numbers. */
  static Population exact(PopulationCell source) {
    return shown(source, source.sums(), Estimates.crude(Kind.PROPORTION, source.sums()));
  }

  /** The table of these rows. */
  public static ReleaseTable table(List<Population> rows) {
    return COLUMNS.table(TABLE, rows.stream().sorted(Comparator.comparing(Population::source)));
  }
}
