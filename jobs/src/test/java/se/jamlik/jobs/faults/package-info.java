/**
 * Whole nights under faults: killed, stopped, run twice at once, on a cluster that loses a worker.
 * They cost minutes, so they carry the tag {@code faults} and run under the profile of that name.
 */
@NullMarked
package se.jamlik.jobs.faults;

import org.jspecify.annotations.NullMarked;
