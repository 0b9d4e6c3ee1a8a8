/**
 * Finds out what has been delivered and how each file is to be read.
 *
 * <p>In come the files of the inbox and the ledger of earlier nights; out go the ledger's
 * deliveries and a scan of every file that this night must read.
 */
@NullMarked
package se.jamlik.pipeline.adapt;

import org.jspecify.annotations.NullMarked;
