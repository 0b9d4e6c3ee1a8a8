package se.jamlik.pipeline.measure;

/** How a value treats age. */
public enum Standard {
  /** As the group is. */
  CRUDE("crude"),
  /** As if every group had the ages of the European standard population of 2013. */
  ESP2013("esp2013");

  private final String text;

  Standard(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
