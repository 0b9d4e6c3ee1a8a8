package se.jamlik.reports.release;

/** What a column of a table of the release means. */
public record ColumnMeaning(
    String table, String column, String type, String inSwedish, String inEnglish) {}
