package se.jamlik.pipeline.conform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.jamlik.pipeline.adapt.Adapted;
import se.jamlik.pipeline.adapt.Arrival;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.adapt.Refusal;
import se.jamlik.pipeline.adapt.Scan.Shape;
import se.jamlik.pipeline.adapt.Store;
import se.jamlik.pipeline.adapt.Store.Note;
import se.jamlik.pipeline.vocabulary.ColumnDefinition;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Deliverer;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.Settings.Quality;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/**
 * Deliveries judged for those who are about to send them, file by file, without a session: no file
 * stops the judging of the others.
 *
 * @param files in the byte order of their paths
 * @param missing required tables without a file, of deliverers who have a file in the inbox; all
 *     required tables when it holds none
 * @param tooMany files of which a larger share would be set aside than a night accepts
 */
public record Inspection(
    List<InspectedFile> files, List<String> missing, List<InspectedFile> tooMany) {
  /** What a shape says of a column that it knows and takes nothing from. */
  private static final String NOT_USED = "Not used.";

  public Inspection {
    files = List.copyOf(files);
    missing = List.copyOf(missing);
    tooMany = List.copyOf(tooMany);
  }

  /**
   * Reads all arrivals.
   *
   * @param out folder whose ledger the arrivals stand in; their rows are kept there, for the caller
   *     to use or to delete
   */
  public static Inspection of(
      Adapted adapted, String out, Quality quality, Definitions definitions) {
    Store store = new Store(out);
    store.makeOurs(out + "/conformed");
    store.makeOurs(out + "/quarantined");
    Reading reading = Reading.of(new ChunksHere(), adapted, store);
    Map<String, String> firstOfContent = new HashMap<>();
    List<InspectedFile> files = new ArrayList<>();
    List<InspectedFile> tooMany = new ArrayList<>();
    for (Arrival arrival : adapted.arrivals()) {
      Delivery delivery = arrival.delivery();
      InspectedFile file =
          file(
              arrival,
              reading,
              Optional.ofNullable(firstOfContent.putIfAbsent(delivery.content(), delivery.file())));
      files.add(file);
      if (isTooMany(file, quality)) {
        tooMany.add(file);
      }
    }
    files.sort(Comparator.comparing(InspectedFile::file));
    return new Inspection(files, missing(adapted, definitions), tooMany);
  }

  /** The same with more rows set aside, by the path of their file. */
  public Inspection with(Map<String, List<Aside>> asides, Quality quality) {
    List<InspectedFile> all =
        files.stream().map(file -> file.with(asides.getOrDefault(file.file(), List.of()))).toList();
    return new Inspection(
        all, missing, all.stream().filter(file -> isTooMany(file, quality)).toList());
  }

  private static boolean isTooMany(InspectedFile file, Quality quality) {
    return file.quarantined() > quality.mostQuarantined() * file.rows();
  }

  /** What a night on these deliveries would end with; the gravest of several. */
  public ExitCode exitCode() {
    List<Refusal> refusals = files.stream().flatMap(file -> file.refusals().stream()).toList();
    if (refusals.stream().anyMatch(Refusal::isPersonnummer)) {
      return ExitCode.PRIVACY;
    }
    if (!refusals.isEmpty() || !missing.isEmpty()) {
      return ExitCode.DELIVERY;
    }
    return tooMany.isEmpty() ? ExitCode.PUBLISHED : ExitCode.QUALITY;
  }

  private static InspectedFile file(Arrival arrival, Reading reading, Optional<String> repeats) {
    int number = arrival.delivery().number();
    List<Refusal> refusals = reading.refusals().getOrDefault(number, List.of());
    Note note = reading.notes().get(number);
    boolean hasHeader = arrival.refusals().isEmpty();
    return new InspectedFile(
        arrival.delivery().file(),
        arrival.scan().shape() == Shape.PARQUET ? "Parquet" : arrival.scan().charset(),
        arrival.scan().rows(),
        arrival.scan().blankLines(),
        refusals,
        reading.asides(number),
        hasHeader ? arrival.scan().header().unknown(arrival.table()) : List.of(),
        hasHeader ? absent(arrival) : List.of(),
        note == null ? 0 : note.doubtful(),
        refusals.isEmpty() ? repeats : Optional.empty());
  }

  private static List<String> absent(Arrival arrival) {
    return arrival.table().columns().stream()
        .filter(column -> !column.isList() && !column.meaning().equals(NOT_USED))
        .map(ColumnDefinition::delivered)
        .filter(name -> !arrival.scan().header().names().contains(name))
        .toList();
  }

  private static List<String> missing(Adapted adapted, Definitions definitions) {
    Set<String> delivered =
        adapted.arrivals().stream()
            .flatMap(arrival -> definitions.filledBy(arrival.delivery().table()).stream())
            .map(TableDefinition::table)
            .collect(Collectors.toSet());
    Set<Deliverer> deliverers =
        adapted.arrivals().stream()
            .map(arrival -> arrival.table().deliverer())
            .collect(Collectors.toSet());
    return definitions.tables().stream()
        .filter(TableDefinition::isRequired)
        .filter(table -> deliverers.isEmpty() || deliverers.contains(table.deliverer()))
        .map(TableDefinition::table)
        .filter(table -> !delivered.contains(table))
        .sorted()
        .toList();
  }
}
