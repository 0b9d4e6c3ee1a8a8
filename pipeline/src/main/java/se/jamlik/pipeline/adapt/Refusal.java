package se.jamlik.pipeline.adapt;

/**
 * Why a whole delivery is refused.
 *
 * @param problem the message, without any value of a row
 * @param isPersonnummer whether the delivery holds a personnummer
 */
public record Refusal(String problem, boolean isPersonnummer) {}
