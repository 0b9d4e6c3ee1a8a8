package se.jamlik.pipeline.conform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import se.jamlik.pipeline.adapt.Adapted;
import se.jamlik.pipeline.adapt.Arrival;
import se.jamlik.pipeline.adapt.Refusal;
import se.jamlik.pipeline.adapt.Store.Note;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.Settings.Quality;
import se.jamlik.pipeline.vocabulary.TableDefinition;
import se.jamlik.pipeline.vocabulary.UserError;

/** What stops the night before anything is settled. Each gate tells all of its problems at once. */
final class Gates {
  private final Adapted adapted;
  private final Definitions definitions;
  private final Quality quality;

  Gates(Adapted adapted, Definitions definitions, Quality quality) {
    this.adapted = adapted;
    this.definitions = definitions;
    this.quality = quality;
  }

  /** A required table without any delivery ends the night. */
  void requiredTables() {
    List<String> missing =
        definitions.tables().stream()
            .filter(TableDefinition::isRequired)
            .map(TableDefinition::table)
            .filter(table -> !isDelivered(table))
            .map(
                table ->
                    "Cannot read %s: no file in the inbox (expected %s/<any name>.csv, .csv.gz, .txt or .parquet). Ask the sender for a delivery."
                        .formatted(table, table))
            .toList();
    stop(ExitCode.DELIVERY, missing);
  }

  /** A refused delivery ends the night, unless the operator lets it go on without the file. */
  void refusals(Map<Integer, List<Refusal>> refusals) {
    List<Refusal> standing =
        adapted.arrivals().stream()
            .filter(arrival -> !arrival.isSetAside())
            .map(arrival -> refusals.getOrDefault(arrival.delivery().number(), List.of()))
            .flatMap(Collection::stream)
            .toList();
    boolean isPrivate = standing.stream().anyMatch(Refusal::isPersonnummer);
    stop(
        isPrivate ? ExitCode.PRIVACY : ExitCode.DELIVERY,
        standing.stream().map(Refusal::problem).toList());
  }

  /** Too large a share of a file that breaks the contract ends the night. */
  void quarantine(Map<Integer, Note> notes) {
    List<String> problems = new ArrayList<>();
    for (Arrival arrival : adapted.arrivals()) {
      Note note = notes.get(arrival.delivery().number());
      if (note != null && note.quarantined() > quality.mostQuarantined() * note.rows()) {
        problems.add(
            "Cannot use %s: %d of %d rows are quarantined (expected at most %s %%). Ask the sender for a new delivery; the reasons stand in the quarantine."
                .formatted(
                    arrival.delivery().file(),
                    note.quarantined(),
                    note.rows(),
                    percent(quality.mostQuarantined())));
      }
    }
    stop(ExitCode.QUALITY, problems);
  }

  /** A required table without an accepted row ends the night. */
  void accepted(Set<String> tables) {
    List<String> problems =
        definitions.tables().stream()
            .filter(TableDefinition::isRequired)
            .map(TableDefinition::table)
            .filter(table -> !tables.contains(table))
            .map(
                table ->
                    "Cannot use %s: no row of it is accepted (expected at least one). Ask the sender for a new delivery."
                        .formatted(table))
            .toList();
    stop(ExitCode.QUALITY, problems);
  }

  /** What earlier nights read must be there, or the files it was read from. */
  static void nothingLost(List<String> files) {
    stop(
        ExitCode.DELIVERY,
        files.stream()
            .map(
                file ->
                    "Cannot use %s: its rows must be read anew and the file is gone from the inbox (expected the file as it was delivered). Put it back."
                        .formatted(file))
            .toList());
  }

  private boolean isDelivered(String table) {
    return Stream.concat(
            adapted.settled().stream().filter(delivery -> !delivery.isForgotten()),
            adapted.arrivals().stream().map(Arrival::delivery))
        .flatMap(delivery -> definitions.filledBy(delivery.table()).stream())
        .anyMatch(filled -> filled.table().equals(table));
  }

  private static void stop(ExitCode code, List<String> problems) {
    if (!problems.isEmpty()) {
      throw new UserError(code, String.join(System.lineSeparator(), problems));
    }
  }

  private static String percent(double share) {
    return java.math.BigDecimal.valueOf(share)
        .movePointRight(2)
        .stripTrailingZeros()
        .toPlainString();
  }
}
