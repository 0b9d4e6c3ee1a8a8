package se.jamlik.reports.release;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code manifest.json} tells a reader about a release. Only the release and the last day of
 * data are certain to be there.
 */
public record Manifest(
    String release,
    LocalDate dataThrough,
    Optional<LocalDate> asOf,
    Optional<String> codeVersion,
    boolean isInvented,
    boolean isUnsafe,
    Optional<String> scopeName,
    Optional<String> regionName,
    SortedMap<String, String> settings) {
  public Manifest {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }
}
