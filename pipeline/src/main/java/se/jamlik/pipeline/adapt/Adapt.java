package se.jamlik.pipeline.adapt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.jamlik.pipeline.adapt.Ledger.Moment;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.Personnummer;
import se.jamlik.pipeline.vocabulary.Sha256;
import se.jamlik.pipeline.vocabulary.UserError;

/** Finds the deliveries, looks through each new one once and gives it its place in the ledger. */
public final class Adapt {
  private static final Logger LOG = LoggerFactory.getLogger(Adapt.class);

  private final LocalDate asOf;
  private final Set<String> skip;
  private final Map<String, Delivery> known;
  private final Store store;
  private int last;

  private Adapt(Store store, LocalDate asOf, Set<String> skip, List<Delivery> ledger) {
    this.store = store;
    this.asOf = asOf;
    this.skip = skip;
    // Two files of the same bytes may have one name once the numbers in theirs are masked.
    this.known =
        ledger.stream()
            .collect(Collectors.toMap(Adapt::identity, delivery -> delivery, (one, other) -> one));
    this.last = ledger.stream().mapToInt(Delivery::number).max().orElse(0);
  }

  /**
   * All deliveries, settled and new. The new ones stand in the ledger when this returns; {@code
   * skip} holds paths below the inbox that the night goes on without.
   */
  public static Adapted deliveries(
      Path inbox, String out, LocalDate asOf, Set<String> skip, Definitions definitions) {
    return deliveries(inbox, out, asOf, skip, definitions, ledger -> Ledger.write(out, ledger));
  }

  /** The same, and tells when it reaches each moment, so that a test can make it die there. */
  static Adapted observed(
      Path inbox, String out, LocalDate asOf, Definitions definitions, Consumer<Moment> observer) {
    return deliveries(
        inbox, out, asOf, Set.of(), definitions, ledger -> Ledger.write(out, ledger, observer));
  }

  /** The same as a night would find them; the ledger stays as it is. */
  public static Adapted planned(
      Path inbox, String out, LocalDate asOf, Set<String> skip, Definitions definitions) {
    return deliveries(inbox, out, asOf, skip, definitions, ledger -> {});
  }

  private static Adapted deliveries(
      Path inbox,
      String out,
      LocalDate asOf,
      Set<String> skip,
      Definitions definitions,
      Consumer<List<Delivery>> remembered) {
    if (!Files.isDirectory(inbox)) {
      throw new UserError(
          ExitCode.DELIVERY,
          ("Cannot read the inbox: %s is no folder (expected a folder that holds one folder for"
                  + " each table). Name the folder of the deliveries.")
              .formatted(inbox));
    }
    List<Delivery> ledger = Ledger.read(out);
    Adapt adapt = new Adapt(new Store(out), asOf, skip, ledger);
    try {
      List<Arrival> arrivals = adapt.arrivals(Inbox.files(inbox, definitions));
      remembered.accept(adapt.inLedger(arrivals));
      return new Adapted(asOf, ledger.stream().filter(Delivery::isSettled).toList(), arrivals);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Looks through the files side by side, then numbers them in the order of their paths. */
  private List<Arrival> arrivals(List<Inbox.File> files) {
    Map<String, Scan> scans =
        files.parallelStream()
            .flatMap(file -> unsettled(file).map(scan -> Map.entry(file.name(), scan)).stream())
            .collect(Collectors.toConcurrentMap(Map.Entry::getKey, Map.Entry::getValue));
    List<Arrival> arrivals = new ArrayList<>();
    for (Inbox.File file : files) {
      Scan scan = scans.get(file.name());
      if (scan != null) {
        arrivals.add(arrival(file, scan));
      }
    }
    arrivals.sort(Comparator.comparingInt(arrival -> arrival.delivery().number()));
    return arrivals;
  }

  private Arrival arrival(Inbox.File file, Scan scan) {
    String name = Personnummer.masked(file.name(), asOf.getYear());
    Delivery delivery = known.get(identity(name, scan.sha256()));
    if (delivery == null) {
      delivery =
          Delivery.seen(
              ++last,
              file.shownTable(asOf.getYear()),
              name,
              scan.sha256(),
              asOf.atStartOfDay(ZoneOffset.UTC).toInstant());
      warnOfChange(name);
    }
    List<Refusal> refusals = DeliveryChecks.of(file, name, scan, asOf.getYear());
    return new Arrival(
        delivery, file.table(), file.path(), scan, refusals, skip.contains(file.name()));
  }

  private void warnOfChange(String name) {
    if (known.values().stream().anyMatch(delivery -> delivery.file().equals(name))) {
      LOG.warn(
          "{} was delivered before with other bytes; it counts as a new delivery, the old one"
              + " stands.",
          name);
    }
  }

  /** The scan of a file, or nothing when its verdict stands. */
  private Optional<Scan> unsettled(Inbox.File file) {
    try {
      boolean isKnown =
          known.values().stream()
              .anyMatch(delivery -> delivery.isSettled() && delivery.file().equals(file.name()));
      if (isKnown) {
        Delivery before = known.get(identity(file.name(), Sha256.of(file.path())));
        if (before != null && before.isSettled() && isKept(before, file)) {
          return Optional.empty();
        }
      }
      return Optional.of(
          switch (file.shape()) {
            case PARQUET -> ParquetScan.of(file.path());
            case TEXT, GZIP -> TextScan.of(file.path(), file.shape());
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether what was read of the file is still there, by the rules of today. */
  private boolean isKept(Delivery delivery, Inbox.File file) {
    return !delivery.isAccepted() || store.note(delivery, file.table()).isPresent();
  }

  private List<Delivery> inLedger(List<Arrival> arrivals) {
    Map<Integer, Delivery> all = new HashMap<>();
    Stream.concat(known.values().stream(), arrivals.stream().map(Arrival::delivery))
        .forEach(delivery -> all.put(delivery.number(), delivery));
    return List.copyOf(all.values());
  }

  private static String identity(Delivery delivery) {
    return identity(delivery.file(), delivery.sha256());
  }

  private static String identity(String file, String sha256) {
    return sha256 + " " + file;
  }
}
