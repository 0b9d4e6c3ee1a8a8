/**
 * The records that runs leave under {@code <out>/runs} come in. What operators ask of them goes
 * out: whether the newest release is fresh, metrics for a monitoring system, a page about each run,
 * and how long the next will take.
 */
@NullMarked
package se.jamlik.jobs.runs;

import org.jspecify.annotations.NullMarked;
