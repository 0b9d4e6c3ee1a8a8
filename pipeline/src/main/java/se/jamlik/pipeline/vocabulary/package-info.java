/**
 * The words that all stages share: tables, code lists, indicators, periods, ages, settings and
 * errors.
 *
 * <p>In come the definition files and the settings; out go immutable records that every stage
 * reads.
 */
@NullMarked
package se.jamlik.pipeline.vocabulary;

import org.jspecify.annotations.NullMarked;
