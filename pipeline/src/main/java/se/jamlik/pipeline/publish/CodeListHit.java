package se.jamlik.pipeline.publish;

/**
 * How often a group of a code list occurs in all that the newest run linked, whatever the period.
 *
 * @param codes different codes that occur and match the group
 * @param rows diagnoses or dispensings with one of them; exact, so not to be passed on
 */
public record CodeListHit(String group, long codes, long rows) {}
