/**
 * The command line and the nightly run: one class a command.
 *
 * <p>In come arguments, settings and an inbox; out go a release, its reports and a run's record.
 */
@NullMarked
package se.jamlik.jobs;

import org.jspecify.annotations.NullMarked;
