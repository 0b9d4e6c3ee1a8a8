package se.jamlik.reports.release;

import java.time.LocalDate;
import java.util.Optional;

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
    Optional<String> scopeName,
    Optional<String> regionName) {}
