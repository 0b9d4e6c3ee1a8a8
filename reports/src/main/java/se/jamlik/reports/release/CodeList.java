package se.jamlik.reports.release;

/**
 * One code list with its source and status ({@code verified}, {@code transcribed} or {@code
 * unverified}).
 */
public record CodeList(String name, String source, String status, String version) {

  public boolean isVerified() {
    return status.equals("verified");
  }
}
