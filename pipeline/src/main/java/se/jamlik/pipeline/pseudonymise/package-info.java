/**
 * In comes a file of a data owner with personnummer, and the owner's key, both in the owner's own
 * zone. Out goes the same file with pseudonyms instead, and a side file by which two owners with
 * different keys are found before their rows are joined.
 */
@NullMarked
package se.jamlik.pipeline.pseudonymise;

import org.jspecify.annotations.NullMarked;
