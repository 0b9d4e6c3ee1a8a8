/**
 * In comes a decided project and the newest night's rows of persons and periods. Out goes a file of
 * that project alone, with pseudonyms of its own and without rows that few others are like, and a
 * line in a log that tells when it has been changed.
 */
@NullMarked
package se.jamlik.pipeline.extract;

import org.jspecify.annotations.NullMarked;
