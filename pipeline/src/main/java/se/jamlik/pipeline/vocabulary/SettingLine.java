package se.jamlik.pipeline.vocabulary;

/**
 * What the page of the settings tells of one key.
 *
 * @param values which it may have
 * @param byDefault as a settings file would hold it
 * @param unit empty for none
 */
public record SettingLine(
    String name, String values, String byDefault, String unit, String meaning) {}
