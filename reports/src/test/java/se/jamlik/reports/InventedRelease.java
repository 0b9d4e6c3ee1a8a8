package se.jamlik.reports;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * A small release of an invented region, drawn from a seed: six municipalities, five years,
 * gradients by age and income.
 */
final class InventedRelease {

  private InventedRelease() {}

  /** A release with values. */
  static Path write(Path folder) {
    return write(folder, InventedCell.all(), indicator -> false);
  }

  /** A release in which every cell is suppressed. */
  static Path writeSuppressed(Path folder) {
    return write(folder, InventedCell.all(), indicator -> true);
  }

  /** A release in which every cell of one indicator is suppressed. */
  static Path writeWithout(String indicator, Path folder) {
    return write(folder, InventedCell.all(), indicator::equals);
  }

  /** A release in which no indicator has a cell. */
  static Path writeWithoutPeriods(Path folder) {
    return write(folder, List.of(), indicator -> false);
  }

  private static Path write(Path folder, List<InventedCell> cells, Predicate<String> isHidden) {
    try (WrittenTables tables = WrittenTables.in(folder)) {
      tables.text(
          "manifest.json",
          """
          {"release": "2026-11-22.1", "as_of": "2026-11-22", "data_through": "2026-10-31",
           "code_version": "0.1.0",
           "settings": {"invented": true, "scope.name": "Umeåregionen",
             "scope.region": "Region Västerbotten", "groupers": ["calderon60", "ho2022"],
             "choices.left-out-drugs": [], "choices.readmission-excludes": ["C00-C97", "Z51"],
             "choices.stay-main-row": "first", "choices.later": 3, "costs.bed-day": 11000}}
          """);
      new InventedValues(cells, isHidden).writeTo(tables);
      new InventedConditions(isHidden).writeTo(tables);
      InventedSources.writeTo(tables, isHidden);
    }
    return folder;
  }
}
