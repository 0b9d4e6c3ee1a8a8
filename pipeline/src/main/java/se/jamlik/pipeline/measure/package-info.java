/**
 * Turns facts into indicators: one pass over the persons adds up every indicator for every group,
 * and pure functions make values, standardised values and intervals of the sums.
 *
 * <p>In comes one row per person and period with its facts; out go the tables of exact numbers and,
 * for protect alone, the sums and record keys behind each of them.
 */
@NullMarked
package se.jamlik.pipeline.measure;

import org.jspecify.annotations.NullMarked;
