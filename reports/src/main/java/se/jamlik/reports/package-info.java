/** Placeholder sentence that the module's owner replaces. */
@NullMarked
package se.jamlik.reports;

import org.jspecify.annotations.NullMarked;
