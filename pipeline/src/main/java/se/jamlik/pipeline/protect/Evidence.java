package se.jamlik.pipeline.protect;

import java.util.List;
import se.jamlik.pipeline.link.LinkRate;
import se.jamlik.pipeline.measure.Measured;

/** What the audit compares the shown tables with; it never leaves this package. */
record Evidence(
    Measured measured, List<LinkRate> linkRates, PerturbationTable table, Thresholds thresholds) {
  Evidence {
    linkRates = List.copyOf(linkRates);
  }
}
