package se.jamlik.reports.release;

/** The scope or a municipality: the places that have a report. */
public record Area(String code, String name) {

  /** The code of the scope in every table of a release. */
  public static final String SCOPE_CODE = "scope";

  public boolean isScope() {
    return code.equals(SCOPE_CODE);
  }
}
