package se.jamlik.pipeline.conform;

/**
 * Rows in the store that keep the contract and go to one of its tables.
 *
 * @param table the contract's name
 * @param number of the delivery; of an extract, the highest of its deliveries
 * @param madeFrom hash of what the rows were read from
 * @param folder where they lie
 */
record KeptRows(String table, int number, String madeFrom, String folder) {}
