package se.jamlik.reports.judge;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import se.jamlik.reports.release.Cell;

/** What a reader must hear in the same breath as the values that a sentence stands on. */
public enum Caution {
  /** Care may have been given that has not been reported yet. */
  PRELIMINARY,
  /** A check has warned of the registers behind. */
  WARNED,
  /** Diagnoses were looked for in fewer years than the definition asks for. */
  LOOK_BACK;

  /** What must be said of cells; nothing of those that are not shown. */
  public static List<Caution> of(Collection<Cell> cells) {
    List<Cell> shown = cells.stream().filter(cell -> cell.value().isPresent()).toList();
    return Stream.of(values()).filter(caution -> shown.stream().anyMatch(caution::isFor)).toList();
  }

  private boolean isFor(Cell cell) {
    return switch (this) {
      case PRELIMINARY -> cell.isPreliminary();
      case WARNED -> cell.hasWarning();
      case LOOK_BACK -> cell.hasShortLookBack();
    };
  }

  /** Key of the words that say it in brief. */
  public String key() {
    return "caution." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
