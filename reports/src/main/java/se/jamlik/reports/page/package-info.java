/**
 * A release and the words of a language come in. The records that a template places on the pages of
 * a report go out.
 */
@NullMarked
package se.jamlik.reports.page;

import org.jspecify.annotations.NullMarked;
