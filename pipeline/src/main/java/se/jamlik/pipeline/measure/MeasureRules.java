package se.jamlik.pipeline.measure;

import java.util.List;
import se.jamlik.pipeline.link.RecordKey;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Settings;

/**
 * What measure must know besides the facts.
 *
 * @param scope whose municipalities are counted
 * @param groupers the code lists whose conditions are counted
 * @param keys the record keys of persons
 * @param trust how good the deliveries are
 * @param references values from elsewhere
 */
public record MeasureRules(
    Definitions definitions,
    Settings.Scope scope,
    List<String> groupers,
    RecordKey keys,
    Trust trust,
    References references) {
  public MeasureRules {
    groupers = List.copyOf(groupers);
  }

  /** Rules of a region of which nothing is compared with elsewhere. */
  public MeasureRules(
      Definitions definitions,
      Settings.Scope scope,
      List<String> groupers,
      RecordKey keys,
      Trust trust) {
    this(definitions, scope, groupers, keys, trust, References.NONE);
  }
}
