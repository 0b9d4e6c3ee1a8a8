package se.jamlik.reports.release;

/**
 * The actual value of an indicator in a part of a municipality (RegSO).
 *
 * @param municipality its code
 */
public record SmallArea(
    String indicator, String period, Area area, String municipality, Cell cell) {}
