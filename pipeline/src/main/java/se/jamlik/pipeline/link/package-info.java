/**
 * Who lived where and which rows belong to them: the spine that every fact hangs on.
 *
 * <p>In come the conformed tables of one night; out go one row per person and period, the events of
 * known people with days as whole numbers, and how many rows of each table belong to someone.
 */
@NullMarked
package se.jamlik.pipeline.link;

import org.jspecify.annotations.NullMarked;
