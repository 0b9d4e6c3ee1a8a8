package se.jamlik.pipeline.measure;

import java.util.Comparator;
import java.util.Optional;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;

/**
 * The groups of a dimension, of everybody of one area in one period, held against each other by one
 * indicator.
 *
 * @param areaLevel scope or municipality
 * @param dimension income_quintile, education, birth_region, sex or, at the scope, municipality
 */
public record Comparison(
    IndicatorDefinition indicator,
    String period,
    String areaLevel,
    String area,
    String dimension,
    Standard standard)
    implements Comparable<Comparison> {
  private static final Comparator<Comparison> ORDER =
      Comparator.comparing((Comparison comparison) -> comparison.indicator().id())
          .thenComparing(Comparison::period)
          .thenComparing(Comparison::areaLevel)
          .thenComparing(Comparison::area)
          .thenComparing(Comparison::dimension)
          .thenComparing(Comparison::standard);

  /** A group of a comparison. */
  record Member(Comparison comparison, String group) {}

  /**
   * What a value is compared in, and as which group; nothing for the values of both sexes of a
   * whole scope, of one sex or age in a group, of small areas and of shares of an amount.
   */
  static Optional<Member> of(IndicatorValue value) {
    Cell cell = value.source().cell();
    boolean isOfAllAges = cell.isStandardised();
    boolean isOfBothSexes = cell.sex().equals(Cell.ALL);
    boolean isDivided = !cell.dimension().equals(Cell.NONE);
    if (value.source().indicator().kind() == Kind.SHARE || !isOfAllAges) {
      return Optional.empty();
    }
    if (isDivided) {
      return isOfBothSexes
          ? Optional.of(member(value, cell.dimension(), cell.category()))
          : Optional.empty();
    }
    if (!isOfBothSexes) {
      return Optional.of(member(value, EquityDimension.SEX, cell.sex()));
    }
    return cell.isScope()
        ? Optional.empty()
        : Optional.of(
            new Member(
                new Comparison(
                    value.source().indicator(),
                    cell.period(),
                    Cell.SCOPE,
                    Cell.SCOPE,
                    EquityDimension.MUNICIPALITY,
                    value.standard()),
                cell.area()));
  }

  private static Member member(IndicatorValue value, String dimension, String group) {
    Cell cell = value.source().cell();
    return new Member(
        new Comparison(
            value.source().indicator(),
            cell.period(),
            cell.areaLevel(),
            cell.area(),
            dimension,
            value.standard()),
        group);
  }

  /** The same comparison of crude values. */
  Comparison crude() {
    return new Comparison(indicator, period, areaLevel, area, dimension, Standard.CRUDE);
  }

  /** The most that a value can be, in the indicator's unit. */
  double most() {
    return indicator.kind() == Kind.PROPORTION ? indicator.multiplier() : Double.POSITIVE_INFINITY;
  }

  @Override
  public int compareTo(Comparison other) {
    return ORDER.compare(this, other);
  }
}
