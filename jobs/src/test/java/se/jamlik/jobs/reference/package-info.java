/**
 * What comes in: an inbox of deliveries, or the same rows drawn in a test.
 *
 * <p>What goes out: the exact tables that the night must arrive at, computed a second time in plain
 * and slow Java, straight from the wording of the contract and without a line of the pipeline.
 */
@NullMarked
package se.jamlik.jobs.reference;

import org.jspecify.annotations.NullMarked;
