package se.jamlik.pipeline.measure;

import java.util.List;

/** A group of residents at the end of a calendar year who are followed to the end of the next. */
public enum Cohort {
  /** The sickest elderly: the persons of indicator MSA65_CORE. */
  CORE("msa65_core"),
  /**
   * The five percent of the scope's residents with the highest cost, more where costs are equal.
   */
  COSTLIEST("cost_top5");

  private final String text;

  Cohort(String text) {
    this.text = text;
  }

  /** As it is written in tables. */
  public String text() {
    return text;
  }

  /** What may become of its persons, in the order in which the first that is true is taken. */
  public List<Outcome> outcomes() {
    return switch (this) {
      case CORE ->
          List.of(
              Outcome.DIED,
              Outcome.MOVED_AWAY,
              Outcome.REMAINS,
              Outcome.SPECIAL_HOUSING,
              Outcome.IMPROVED);
      case COSTLIEST ->
          List.of(Outcome.DIED, Outcome.MOVED_AWAY, Outcome.REMAINS, Outcome.BELOW_TOP);
    };
  }

  /** What has become of a person by the end of the year after. */
  public enum Outcome {
    /** Death in the year, whatever else is registered. */
    DIED("died"),
    /** Alive, as far as is known, and not resident in the scope at the end. */
    MOVED_AWAY("moved_away"),
    /** In the group again. */
    REMAINS("remains"),
    /** Not in the group, with special housing on the last day. */
    SPECIAL_HOUSING("special_housing"),
    /** Neither in the group nor in special housing. */
    IMPROVED("improved"),
    /** Not among those with the highest cost. */
    BELOW_TOP("below_top");

    private final String text;

    Outcome(String text) {
      this.text = text;
    }

    /** As it is written in tables. */
    public String text() {
      return text;
    }

    /** Whether the person is resident in the scope at the end. */
    public boolean isResident() {
      return this != DIED && this != MOVED_AWAY;
    }
  }
}
