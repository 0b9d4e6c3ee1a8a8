/** Series of values with their intervals come in. Drawings made of vectors and real text go out. */
@NullMarked
package se.jamlik.reports.chart;

import org.jspecify.annotations.NullMarked;
