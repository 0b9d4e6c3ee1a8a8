package se.jamlik.pipeline.measure;

import se.jamlik.pipeline.link.RecordKey;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Settings;

/**
 * What measure must know besides the facts.
 *
 * @param scope whose municipalities are counted
 * @param keys the record keys of persons
 */
public record MeasureRules(Definitions definitions, Settings.Scope scope, RecordKey keys) {}
