/**
 * The facts: what is true of each person in each period.
 *
 * <p>In come the linked tables and the definition files; out goes one wide row per person and
 * period.
 */
@NullMarked
package se.jamlik.pipeline.mark;

import org.jspecify.annotations.NullMarked;
