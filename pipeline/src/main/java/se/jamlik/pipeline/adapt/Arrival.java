package se.jamlik.pipeline.adapt;

import java.nio.file.Path;
import java.util.List;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/**
 * A file of the inbox that no published night has judged.
 *
 * @param delivery its place in the ledger
 * @param location the file itself
 * @param scan what a look through it found
 * @param refusals why it is refused before any of its rows is read; empty when it is not
 * @param isSetAside whether the operator lets the night go on without it
 */
public record Arrival(
    Delivery delivery,
    TableDefinition table,
    Path location,
    Scan scan,
    List<Refusal> refusals,
    boolean isSetAside) {
  public Arrival {
    refusals = List.copyOf(refusals);
  }

  /** Whether rows of the file are to be read. */
  public boolean isReadable() {
    return refusals.isEmpty() && !isSetAside;
  }
}
