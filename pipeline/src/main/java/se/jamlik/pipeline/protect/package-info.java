/**
 * Decides what may be shown: counts are changed by the cell-key method, small ones are hidden, and
 * everything that is derived from them follows.
 *
 * <p>In come exact numbers with the record keys behind them; out goes {@link
 * se.jamlik.pipeline.protect.Protected}, which nothing else can make and which alone may be
 * published.
 */
@NullMarked
package se.jamlik.pipeline.protect;

import org.jspecify.annotations.NullMarked;
