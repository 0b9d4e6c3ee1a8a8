/** Reports with their charts come in. Web pages that stand alone go out, one file each. */
@NullMarked
package se.jamlik.reports.html;

import org.jspecify.annotations.NullMarked;
