package se.jamlik.jobs;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import se.jamlik.pipeline.vocabulary.Settings;

/**
 * What a night is asked to do.
 *
 * @param deliveries where they lie, and where they are fetched from
 * @param out folder of the installation
 * @param reports which reports the release is to have
 * @param asOf the logical date
 * @param skip deliveries to leave out, as table/file
 * @param isFillingIn whether it makes up for a day gone by, so that a later release stays current
 */
record NightRequest(
    InboxPlace deliveries,
    Path out,
    Settings settings,
    ReportSettings reports,
    LocalDate asOf,
    List<String> skip,
    boolean isFillingIn) {
  NightRequest {
    out = out.toAbsolutePath().normalize();
    skip = List.copyOf(skip);
  }

  /** The folder that the deliveries are read in. */
  Path inbox() {
    return deliveries.folder();
  }

  /** A night like this one on another day gone by. */
  NightRequest fillingIn(LocalDate day) {
    return new NightRequest(deliveries, out, settings, reports, day, skip, true);
  }

  /** A night with the standard report in Swedish alone. */
  NightRequest(Path inbox, Path out, Settings settings, LocalDate asOf, List<String> skip) {
    this(InboxPlace.at(inbox), out, settings, ReportSettings.defaults(), asOf, skip, false);
  }
}
