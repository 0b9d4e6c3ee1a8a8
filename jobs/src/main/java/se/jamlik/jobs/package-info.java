/** Placeholder sentence that the module's owner replaces. */
@NullMarked
package se.jamlik.jobs;

import org.jspecify.annotations.NullMarked;
