package se.jamlik.pipeline.measure;

/** Whether a row of the release holds numbers. */
public enum Status {
  SHOWN("shown"),
  /** Hidden lest somebody be recognised. */
  SUPPRESSED("suppressed"),
  NOT_COMPUTED("not_computed");

  private final String text;

  Status(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
