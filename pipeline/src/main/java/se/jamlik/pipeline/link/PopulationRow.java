package se.jamlik.pipeline.link;

import org.jspecify.annotations.Nullable;

/**
 * How things stood for one person on 31 December of a year.
 *
 * @param birthMonth 1 to 12, or 0 when missing
 * @param sex 1 man, 2 woman
 * @param deso null when the address is protected
 */
record PopulationRow(
    int year,
    int birthYear,
    int birthMonth,
    int sex,
    String municipality,
    @Nullable String deso,
    @Nullable String birthRegionGroup,
    @Nullable String household) {}
