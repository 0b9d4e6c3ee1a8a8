package se.jamlik.pipeline.protect;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/** Rows of a table that are wrong in one way. */
final class Finding {
  private final String table;
  private final String what;
  private int rows;

  private Finding(String table, String what) {
    this.table = table;
    this.what = what;
  }

  static Finding ofSmallCounts(ReleaseTable table) {
    return new Finding(table.name(), "hold a small count");
  }

  static Finding ofOtherNumbers(ReleaseTable table) {
    return new Finding(table.name(), "hold another number than the cell key gives");
  }

  /**
   * What is wrong in a table whose numbers are made of values that stand in another one, a line for
   * each way.
   */
  static List<String> inDerived(
      String table,
      List<AuditedRow> rows,
      Predicate<AuditedRow> restsOnHidden,
      Predicate<AuditedRow> isOther) {
    Finding hidden = new Finding(table, "rest on a hidden value");
    Finding other = new Finding(table, "hold another number than the shown values give");
    for (AuditedRow row : rows) {
      boolean isOfHidden = restsOnHidden.test(row);
      hidden.addIf(isOfHidden);
      other.addIf(!isOfHidden && isOther.test(row));
    }
    return told(hidden, other);
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
