/**
 * What comes in is a seed, a number of people and a span of years. What goes out is an inbox of
 * deliveries for an invented region, in the form of the input contract.
 */
@NullMarked
package se.jamlik.jobs.synthesise;

import org.jspecify.annotations.NullMarked;
