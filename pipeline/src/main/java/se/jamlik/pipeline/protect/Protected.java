package se.jamlik.pipeline.protect;

import java.util.List;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/** Tables that may be published. Only this package can make them, so that nothing else can be. */
public final class Protected {
  private final List<ReleaseTable> tables;
  private final Evidence evidence;

  Protected(List<ReleaseTable> tables, Evidence evidence) {
    this.tables = List.copyOf(tables);
    this.evidence = evidence;
  }

  /** The tables of the release, with their columns and ordered rows. */
  public List<ReleaseTable> tables() {
    return tables;
  }

  public ReleaseTable table(String name) {
    return tables.stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No table " + name));
  }

  /** In what way they are protected less than the contract asks; empty when in none. */
  public List<String> weaker() {
    return evidence.thresholds().rules().weaker();
  }

  Evidence evidence() {
    return evidence;
  }
}
