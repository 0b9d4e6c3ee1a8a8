package se.jamlik.pipeline.link;

import java.io.Serializable;
import java.util.function.LongUnaryOperator;

/**
 * The permanent 64-bit record key of a person key, from which the cell-key method perturbs counts
 * (measures.md section 5). It runs on the workers.
 */
@FunctionalInterface
public interface RecordKey extends LongUnaryOperator, Serializable {}
