package se.jamlik.jobs;

import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.jamlik.pipeline.vocabulary.Settings;

/** What the settings tell of why and how long the data may be used. */
final class LegalFrame {
  private static final Logger LOG = LoggerFactory.getLogger(LegalFrame.class);

  private LegalFrame() {}

  /** Warns when data of real persons are used and it is not told why, or longer than was told. */
  static void warn(NightRequest request) {
    Settings.Legal legal = request.settings().legal();
    if (InventedRegion.isIn(request.inbox())) {
      return;
    }
    List<String> missing = request.settings().notGiven();
    if (!missing.isEmpty()) {
      LOG.warn(
          "The legal frame is not given: {} (expected in the settings of every night on data of real persons). The manifest and the reports say so; ask the controllers.",
          String.join(", ", missing));
    }
    if (!legal.eraseBy().isEmpty() && LocalDate.parse(legal.eraseBy()).isBefore(request.asOf())) {
      LOG.warn(
          "The data were to be erased by {} (legal.erase-by). Ask the controllers for a new decision, or erase them.",
          legal.eraseBy());
    }
  }
}
