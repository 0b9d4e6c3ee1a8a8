/** Placeholder sentence that the module's owner replaces. */
@NullMarked
package se.jamlik.pipeline;

import org.jspecify.annotations.NullMarked;
