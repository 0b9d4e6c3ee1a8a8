package se.jamlik.reports.page;

import se.jamlik.reports.judge.Standing;
import se.jamlik.reports.release.Cell;

/** A place of a funnel, drawn only when its value may be shown. */
record FunnelPlace(String name, boolean isOwn, Cell cell, Standing standing) {

  boolean isDrawn() {
    return cell.value().isPresent() && cell.denominator().isPresent();
  }
}
