package se.jamlik.reports.release;

/** How many residents of the scope have a chronic condition, by its name in the release. */
public record CommonCondition(String period, String condition, long persons) {}
