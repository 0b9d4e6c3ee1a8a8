package se.jamlik.reports.release;

import java.util.Optional;

/**
 * Share, in percent, of a group's residents that have exactly so many chronic conditions; empty
 * when it may not be shown.
 */
public record ConditionShare(
    String period,
    String area,
    String ageGroup,
    String incomeQuintile,
    String conditions,
    Optional<Double> value) {}
