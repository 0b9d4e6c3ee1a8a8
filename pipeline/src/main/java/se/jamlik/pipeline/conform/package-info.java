/**
 * Reads delivered rows as the input contract words them and settles which row holds each key.
 *
 * <p>In come scanned deliveries; out go typed tables in which every row keeps the contract, the
 * rows that do not with their reasons, and an account of every file.
 */
@NullMarked
package se.jamlik.pipeline.conform;

import org.jspecify.annotations.NullMarked;
