/**
 * How good the deliveries are: not a stage of its own, but what is counted beside them and judged
 * once.
 *
 * <p>In come the conformed tables, the account of every file and the link rates; out go the table
 * quality, whether the night may end with a release, and how far each indicator can be trusted.
 */
@NullMarked
package se.jamlik.pipeline.quality;

import org.jspecify.annotations.NullMarked;
