package se.jamlik.pipeline.conform;

/** The points that a night may die at while it conforms. */
enum Moment {
  /** The rows of all new deliveries are kept, and none of their notes. */
  READ,
  /** The note of a delivery is kept. */
  NOTED,
  /** The rows that an extract has become are kept, and not their note. */
  ADAPTED,
  /** The note of what an extract has become is kept. */
  ADAPTED_NOTED,
  /** It is known which rows of a table stand, and not noted. */
  COMPARED,
  /** A table has its note. */
  SETTLED
}
