package se.jamlik.pipeline.measure;

import java.time.LocalDate;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;

/** How far the deliveries that an indicator stands on can be trusted. */
@FunctionalInterface
public interface Trust {

  /**
   * The worst level of a quality check that fails in what the indicator stands on, or {@code
   * passed}.
   *
   * @param firstDay of the period
   * @param lastDay of the period
   * @param municipality of the cell, or {@link Cell#SCOPE}
   */
  String in(
      IndicatorDefinition indicator, LocalDate firstDay, LocalDate lastDay, String municipality);
}
