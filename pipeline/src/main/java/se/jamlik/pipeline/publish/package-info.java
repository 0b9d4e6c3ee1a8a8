/**
 * The last stage before the reports: it leaves releases that never change, and reads them.
 *
 * <p>In come the tables that may be shown and the facts of the night; out goes one read-only folder
 * with Parquet, a database, a dictionary and checksums, and a pointer that names it.
 */
@NullMarked
package se.jamlik.pipeline.publish;

import org.jspecify.annotations.NullMarked;
