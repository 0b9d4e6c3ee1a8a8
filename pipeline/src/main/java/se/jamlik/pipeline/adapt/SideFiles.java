package se.jamlik.pipeline.adapt;

import java.nio.file.Path;
import java.util.stream.Stream;

/** Files beside a delivery that tell how it was pseudonymised; they are no deliveries. */
public final class SideFiles {
  /** What is added to the name of the delivery. */
  public static final String ENDING = ".pseudonyms.json";

  /** Rows that were not pseudonymised: file names with this ending stay with the owner. */
  public static final String REJECTED = ".rejected";

  private SideFiles() {}

  static boolean isOne(Path file) {
    return Stream.of(ENDING, REJECTED).anyMatch(String.valueOf(file.getFileName())::endsWith);
  }
}
