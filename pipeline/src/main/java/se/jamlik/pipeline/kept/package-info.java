/**
 * What earlier nights have left, so that nothing is made twice.
 *
 * <p>In come rows and what they are made from; out go the same rows from Parquet files, of which
 * only those have been written whose origin has changed.
 */
@NullMarked
package se.jamlik.pipeline.kept;

import org.jspecify.annotations.NullMarked;
