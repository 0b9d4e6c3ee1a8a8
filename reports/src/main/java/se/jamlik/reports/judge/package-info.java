/**
 * Cells with values and intervals come in. Judgements that the numbers support, and no others, go
 * out.
 */
@NullMarked
package se.jamlik.reports.judge;

import org.jspecify.annotations.NullMarked;
