package se.jamlik.reports.release;

/** How many cells of the release there are, and how many of them disclosure control has hidden. */
public record Suppressions(long cells, long hidden) {}
