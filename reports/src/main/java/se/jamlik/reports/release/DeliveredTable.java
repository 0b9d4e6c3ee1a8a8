package se.jamlik.reports.release;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What has been delivered of one table: files, accepted and quarantined rows, newest delivery and
 * the share of rows that could be linked, in percent.
 */
public record DeliveredTable(
    String table,
    long files,
    long accepted,
    long quarantined,
    Optional<LocalDate> newest,
    Optional<Double> linkedShare) {}
