package se.jamlik.pipeline.measure;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The measures of table equity, in the order of the release contract. */
public enum EquityMeasure {
  DIFFERENCE,
  RATIO,
  SII,
  RII,
  ACI,
  RCI,
  PAR,
  PAF,
  BGV,
  BGSD,
  IDIS,
  THEIL,
  MLD;

  static final String DIVISION_BY_ZERO = "division by zero";
  static final String NO_POSITIVE_PREDICTION = "no positive prediction";

  /** Those that compare the first group with the last and need no other. */
  private static final Set<EquityMeasure> OF_ENDS = EnumSet.of(DIFFERENCE, RATIO);

  /** Those that rest on the order of the groups. */
  private static final Set<EquityMeasure> OF_ORDER = EnumSet.of(SII, RII, ACI, RCI);

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it compares the first group with the last and needs no other. */
  public boolean isOfEnds() {
    return OF_ENDS.contains(this);
  }

  boolean isOfOrder() {
    return OF_ORDER.contains(this);
  }

  /** The value, where nothing speaks against it. */
  public double value(ComparedGroups groups) {
    return switch (this) {
      case DIFFERENCE -> Inequality.difference(groups);
      case RATIO -> Inequality.ratio(groups);
      case SII -> Inequality.slopeIndex(groups);
      case RII -> Inequality.relativeIndex(groups);
      case ACI -> Inequality.concentration(groups);
      case RCI -> Inequality.relativeConcentration(groups);
      case PAR -> Inequality.attributableRisk(groups);
      case PAF -> Inequality.attributableFraction(groups);
      case BGV -> Inequality.variance(groups);
      case BGSD -> Inequality.deviation(groups);
      case IDIS -> Inequality.disparity(groups);
      case THEIL -> Inequality.theil(groups);
      case MLD -> Inequality.meanLogDeviation(groups);
    };
  }

  /** What the value divides by; 1 where it divides by nothing that could be 0. */
  private double divisor(ComparedGroups groups) {
    return switch (this) {
      case RATIO -> groups.last();
      case RII -> Inequality.predicted(groups, 1);
      case RCI, PAF, IDIS, THEIL -> groups.mean();
      case MLD -> groups.least();
      case DIFFERENCE, SII, ACI, PAR, BGV, BGSD -> 1;
    };
  }

  /** Why there is no value; empty where there is one. */
  Optional<String> whyNotComputed(ComparedGroups groups) {
    if (divisor(groups) == 0) {
      return Optional.of(DIVISION_BY_ZERO);
    }
    boolean isWithoutPrediction =
        this == RII
            && (Inequality.predicted(groups, 0) <= 0 || Inequality.predicted(groups, 1) <= 0);
    return isWithoutPrediction ? Optional.of(NO_POSITIVE_PREDICTION) : Optional.empty();
  }
}
