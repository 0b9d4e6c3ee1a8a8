package se.jamlik.pipeline.adapt;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.Personnummer;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * Takes a delivery's rows out of everything that is kept, for erasure on request or because a
 * correction has come. The ledger keeps its line; releases that are out stay as they are.
 */
public final class Forget {
  /** Later than anybody's birth, so that no number in a wrong name is told. */
  private static final int LAST_YEAR = 2100;

  private Forget() {}

  /**
   * Forgets a delivery and every repetition of its bytes; of a file of an extract, the extract and
   * every extract that holds nothing but its files. To forget what is forgotten takes away what an
   * interrupted attempt left.
   *
   * @param out folder of the installation, whose lock is held
   * @param name table and file, as the ledger has them, or the SHA-256 of the bytes
   * @return the lines of the ledger that now say so, in its order
   * @throws UserError when the ledger knows no such delivery, or several files of that name
   */
  public static List<Delivery> delivery(String out, String name, Definitions definitions) {
    List<Delivery> ledger = Ledger.read(out);
    Set<String> contents = contents(ledger, name);
    Set<String> extracts = extracts(ledger, contents);
    List<Delivery> forgotten =
        ledger.stream()
            .filter(
                delivery ->
                    contents.contains(delivery.content())
                        || delivery.extract().filter(extracts::contains).isPresent())
            .map(Delivery::forgotten)
            .toList();
    // The verdict comes first: whatever ends the work after it, no night counts the rows again.
    Ledger.settle(out, forgotten);
    Store store = new Store(out);
    for (Delivery delivery : forgotten) {
      store.delete(delivery);
      definitions.filledBy(delivery.table()).forEach(store::deleteDerived);
    }
    extracts.forEach(store::deleteAdapted);
    return forgotten;
  }

  /** Those that hold one of the files, and those that repeat one of them under another name. */
  private static Set<String> extracts(List<Delivery> ledger, Set<String> contents) {
    Set<String> named =
        ledger.stream()
            .filter(delivery -> contents.contains(delivery.content()))
            .flatMap(delivery -> delivery.extract().stream())
            .collect(Collectors.toSet());
    Set<String> bytes =
        ledger.stream()
            .filter(delivery -> delivery.extract().filter(named::contains).isPresent())
            .map(Delivery::bytes)
            .collect(Collectors.toSet());
    return Stream.concat(named.stream(), Extracts.holdingNothingBut(bytes, ledger).stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> contents(List<Delivery> ledger, String name) {
    String sha256 = name.toLowerCase(Locale.ROOT);
    List<Delivery> named =
        ledger.stream()
            .filter(delivery -> delivery.file().equals(name) || delivery.sha256().equals(sha256))
            .toList();
    List<Delivery> standing = named.stream().filter(delivery -> !delivery.isForgotten()).toList();
    List<Delivery> meant = standing.isEmpty() ? named : standing;
    if (meant.isEmpty()) {
      throw new UserError(
          ExitCode.USAGE,
          "Cannot forget %s: the ledger has no such delivery (expected TABLE/FILE or SHA-256 as in the table delivery of a release). Ask for them with: jamlik query --out DIR \"select file, sha256, delivered_at from delivery\""
              .formatted(Personnummer.masked(name, LAST_YEAR)));
    }
    boolean isOneFile = meant.stream().map(Delivery::sha256).distinct().count() == 1;
    if (!isOneFile) {
      throw new UserError(
          ExitCode.USAGE,
          "Cannot forget %s: %d deliveries came under this name (expected one). Name one by its SHA-256:%n%s"
              .formatted(
                  name,
                  meant.size(),
                  meant.stream()
                      .map(Forget::inWords)
                      .collect(Collectors.joining(System.lineSeparator()))));
    }
    return meant.stream().map(Delivery::content).collect(Collectors.toSet());
  }

  private static String inWords(Delivery delivery) {
    return "%s, delivered %s, %d rows"
        .formatted(
            delivery.sha256(),
            delivery.deliveredAt().atZone(ZoneOffset.UTC).toLocalDate(),
            delivery.rows());
  }
}
