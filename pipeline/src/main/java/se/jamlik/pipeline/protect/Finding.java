package se.jamlik.pipeline.protect;

import java.util.List;
import java.util.stream.Stream;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/** Rows of a table that are wrong in one way. */
final class Finding {
  private final String table;
  private final String what;
  private int rows;

  private Finding(ReleaseTable table, String what) {
    this.table = table.name();
    this.what = what;
  }

  static Finding ofSmallCounts(ReleaseTable table) {
    return new Finding(table, "hold a small count");
  }

  static Finding ofOtherNumbers(ReleaseTable table) {
    return new Finding(table, "hold another number than the cell key gives");
  }

  void addIf(boolean isWrong) {
    rows += isWrong ? 1 : 0;
  }

  /** A line for each finding of which there are rows. */
  static List<String> told(Finding... findings) {
    return Stream.of(findings)
        .filter(finding -> finding.rows > 0)
        .map(finding -> "%s: %d rows %s".formatted(finding.table, finding.rows, finding.what))
        .toList();
  }
}
