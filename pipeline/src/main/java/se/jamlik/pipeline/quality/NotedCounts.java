package se.jamlik.pipeline.quality;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.adapt.Store.Note;
import se.jamlik.pipeline.vocabulary.QualityRule.Counted;

/**
 * Counts what was noted of each file when it was read: numbers in doubt, and rows by month. No file
 * is read again for it.
 */
final class NotedCounts {
  private final List<Delivery> files;
  private final Map<String, Set<String>> extracts;
  private final Map<Delivery, Optional<Note>> notes = new HashMap<>();
  private final Function<Delivery, Optional<Note>> read;
  private final LocalDate asOf;

  /**
   * @param files the account of every file, in ledger order
   * @param shares the same as the tables of the contract see them
   * @param read the note of a file
   */
  NotedCounts(
      List<Delivery> files,
      List<Delivery> shares,
      Function<Delivery, Optional<Note>> read,
      LocalDate asOf) {
    this.files = files.stream().filter(Delivery::isAccepted).toList();
    this.read = read;
    this.asOf = asOf;
    Map<Integer, String> extractOf = new HashMap<>();
    this.files.forEach(
        file -> file.extract().ifPresent(extract -> extractOf.put(file.number(), extract)));
    this.extracts =
        shares.stream()
            .filter(share -> extractOf.containsKey(share.number()))
            .collect(
                Collectors.groupingBy(
                    Delivery::table,
                    Collectors.mapping(
                        share -> extractOf.getOrDefault(share.number(), ""), Collectors.toSet())));
  }

  List<Count> of(Check check) {
    if (check.rule().counts() == Counted.DOUBTFUL_NUMBERS) {
      return List.of(doubtful(check));
    }
    return new FileMonths(
            files.stream()
                .filter(file -> file.table().equals(check.table()))
                .flatMap(file -> note(file).stream())
                .map(Note::months)
                .toList(),
            asOf)
        .of(check);
  }

  /** A file of an extract counts in each table that the extract fills: its values stand in them. */
  private Count doubtful(Check check) {
    Set<String> filling = extracts.getOrDefault(check.table(), Set.of());
    List<Note> found =
        files.stream()
            .filter(
                file ->
                    file.table().equals(check.table())
                        || file.extract().filter(filling::contains).isPresent())
            .flatMap(file -> note(file).stream())
            .toList();
    return Count.of(
        check,
        found.stream().mapToLong(Note::doubtful).sum(),
        found.stream().mapToLong(Note::rows).sum());
  }

  private Optional<Note> note(Delivery file) {
    return notes.computeIfAbsent(file, read);
  }
}
