package se.jamlik.pipeline.publish;

/** How a release is cited: in one line, and as {@code CITATION.cff} (Citation File Format 1.2). */
final class Citation {
  static final String FILE = "CITATION.cff";

  private final String release;
  private final ReleaseFacts facts;

  Citation(String release, ReleaseFacts facts) {
    this.release = release;
    this.facts = facts;
  }

  /** Author, year, title and what the numbers reach to. */
  String line() {
    return "%s (%d). %s, utgåva %s, data till och med %s."
        .formatted(
            author(), facts.madeFrom().asOf().getYear(), title(), release, facts.dataThrough());
  }

  String cff() {
    return """
        cff-version: 1.2.0
        message: "If you use these numbers, please cite the release."
        type: dataset
        title: %s
        version: %s
        date-released: %s
        authors:
          - name: %s
        abstract: %s
        """
        .formatted(
            quoted(title()),
            quoted(release),
            facts.madeFrom().asOf(),
            quoted(author()),
            quoted(
                "Indicators of equal, close and joined-up care with data through %s. Counts are slightly changed to protect persons (cell-key method)."
                    .formatted(facts.dataThrough())));
  }

  private String title() {
    return UnsafeWords.before(facts)
        + "Jämlik: indikatorer för jämlik vård i "
        + setting("scope.name");
  }

  private String author() {
    return setting("scope.region");
  }

  private String setting(String name) {
    return String.valueOf(facts.madeFrom().settings().getOrDefault(name, "Jämlik"));
  }

  /** A YAML string in double quotes, whatever it holds. */
  private static String quoted(String text) {
    return Json.line(text);
  }
}
