package se.jamlik.jobs.runs;

import java.time.LocalDate;
import java.time.ZoneOffset;
import se.jamlik.pipeline.vocabulary.FewPersons;
import se.jamlik.pipeline.vocabulary.Personnummer;
import se.jamlik.pipeline.vocabulary.ProtectionRules;

/** A text as a page may show it: no count of few persons, and no personnummer. */
final class ShownText {
  private ShownText() {}

  static String of(String text) {
    return Personnummer.masked(
        FewPersons.hidden(text, ProtectionRules.LEAST_SHOWN),
        LocalDate.now(ZoneOffset.UTC).getYear());
  }
}
