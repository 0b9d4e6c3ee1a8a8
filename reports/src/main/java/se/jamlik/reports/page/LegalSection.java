package se.jamlik.reports.page;

import java.util.Optional;
import java.util.stream.Stream;
import se.jamlik.reports.page.Section.Item;
import se.jamlik.reports.release.Manifest;
import se.jamlik.reports.words.Texts;

/**
 * Why the data of real persons are used, by the settings of the night; it says what is not told.
 */
record LegalSection(Manifest manifest, Texts texts) {
  private static final String NOT_GIVEN = "not given";

  /** Nothing when the persons are invented, or the release is older than these settings. */
  Optional<Section> section() {
    if (manifest.isInvented() || !manifest.settings().containsKey("legal.purpose")) {
      return Optional.empty();
    }
    return Optional.of(
        Section.list(
            texts.say("method.legal.heading"),
            Stream.of("purpose", "basis", "decision", "erase-by").map(this::item).toList()));
  }

  private Item item(String name) {
    String told = manifest.settings().getOrDefault("legal." + name, NOT_GIVEN);
    return new Item(
        texts.say("method.legal." + name + ".lead"),
        told.equals(NOT_GIVEN) ? texts.say("method.legal.missing") : told);
  }
}
