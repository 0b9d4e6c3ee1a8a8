package se.jamlik.reports.words;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import se.jamlik.reports.release.ConditionsTogether;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.release.Interval;

/** What may be said of conditions that the same persons have: only of what is established. */
public record ComorbiditySentences(Texts texts) {

  /** How many pairs a heading has room for. */
  private static final int NAMED = 2;

  /** The pairs that are the surest to come together more often than expected. */
  public String finding(List<ConditionsTogether> pairs) {
    List<ConditionsTogether> shown =
        pairs.stream().filter(pair -> pair.lift().isPresent()).toList();
    if (shown.isEmpty()) {
      return texts.say("comorbidity.finding.unknown");
    }
    List<ConditionsTogether> established =
        shown.stream()
            .filter(ConditionsTogether::isEstablished)
            .sorted(Comparator.comparingDouble(ComorbiditySentences::leastLift).reversed())
            .limit(NAMED)
            .toList();
    return switch (established.size()) {
      case 0 -> texts.say("comorbidity.finding.none");
      case 1 -> texts.say("comorbidity.finding.one", "pair", heading(established.get(0)));
      default ->
          texts.say(
              "comorbidity.finding.some",
              "pair",
              heading(established.get(0)),
              "other",
              names(established.get(1)));
    };
  }

  private static double leastLift(ConditionsTogether pair) {
    return pair.lift().flatMap(Estimate::interval).map(Interval::low).orElse(0.0);
  }

  /** The conditions at the beginning of a line: "Allergi och astma". */
  public String heading(ConditionsTogether together) {
    return Texts.capitalised(names(together));
  }

  /** "diabetes, fetma och högt blodtryck". */
  private String names(ConditionsTogether together) {
    List<String> names = together.conditions().stream().map(this::noun).toList();
    int last = names.size() - 1;
    return texts.say(
        "comorbidity.names",
        "first",
        String.join(", ", names.subList(0, last)),
        "last",
        names.get(last));
  }

  /** A condition's name at the beginning of a line. */
  public String label(String condition) {
    return Texts.capitalised(noun(condition));
  }

  /** The name inside a sentence; the release's own where there is no other. */
  private String noun(String condition) {
    return texts.find("condition." + key(condition)).orElse(condition);
  }

  /** A few letters for the head of a column. */
  public String shortName(String condition) {
    return texts
        .find("condition." + key(condition) + ".short")
        .orElseGet(() -> condition.substring(0, Math.min(4, condition.length())));
  }

  /** "COPD, emphysema" becomes "copd-emphysema". */
  private static String key(String condition) {
    return condition.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
