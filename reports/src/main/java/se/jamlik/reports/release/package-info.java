/**
 * A folder with the Parquet tables and the manifest of one release comes in. Immutable records that
 * answer questions about its cells go out.
 */
@NullMarked
package se.jamlik.reports.release;

import org.jspecify.annotations.NullMarked;
