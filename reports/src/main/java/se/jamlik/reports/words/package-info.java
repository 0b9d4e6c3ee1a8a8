/**
 * Judgements, numbers and the texts of a language come in. Sentences, formatted numbers and marks
 * for a reader go out.
 */
@NullMarked
package se.jamlik.reports.words;

import org.jspecify.annotations.NullMarked;
