package se.jamlik.pipeline.measure;

import java.time.LocalDate;

/**
 * What a row of the release says of its period and area.
 *
 * @param periodStart first day
 * @param periodEnd last day
 * @param isPreliminary whether late deliveries may still change the period
 * @param municipality that the area lies in, or {@link Cell#SCOPE} when it does not lie in one
 * @param quality the worst level of a check that fails in what it stands on, or {@code passed}
 */
public record About(
    LocalDate periodStart,
    LocalDate periodEnd,
    boolean isPreliminary,
    String areaName,
    String municipality,
    String quality) {}
