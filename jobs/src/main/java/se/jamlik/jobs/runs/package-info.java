/**
 * The records that runs leave under {@code <out>/runs} come in. What operators ask of them goes
 * out: whether the newest release is fresh, and metrics for a monitoring system.
 */
@NullMarked
package se.jamlik.jobs.runs;

import org.jspecify.annotations.NullMarked;
