package se.jamlik.pipeline.mark;

import se.jamlik.pipeline.vocabulary.Settings;

/** Settings of a night of a handful of people. */
final class SmallSettings {
  /** The defaults, with as many parts as it takes to have more than one: each costs a query. */
  static final Settings DEFAULTS = inTwoParts(Settings.defaults());

  private SmallSettings() {}

  static Settings inTwoParts(Settings settings) {
    return new Settings(
        settings.scope(),
        settings.quality(),
        settings.protect(),
        settings.groupers(),
        settings.choices(),
        settings.costs(),
        settings.signals(),
        settings.legal(),
        settings.operations(),
        2);
  }
}
