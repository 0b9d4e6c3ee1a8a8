package se.jamlik.reports.release;

/**
 * A value from elsewhere, in the unit of its indicator.
 *
 * @param area such as riket, or the name of a peer group
 * @param source where it was taken from
 */
public record ReferenceValue(
    String indicator, String period, String area, Estimate estimate, String source) {}
