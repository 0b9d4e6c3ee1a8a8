/** Pages with their charts come in. A tagged, archivable PDF file goes out. */
@NullMarked
package se.jamlik.reports.pdf;

import org.jspecify.annotations.NullMarked;
