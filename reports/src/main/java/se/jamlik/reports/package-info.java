/**
 * A published release, and nothing else, comes in. Accessible PDF reports for the scope and each
 * municipality go out.
 */
@NullMarked
package se.jamlik.reports;

import org.jspecify.annotations.NullMarked;
