package se.jamlik.reports.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.jamlik.reports.judge.Tone;
import se.jamlik.reports.judge.Verdict;
import se.jamlik.reports.words.Sentences.Message;

/**
 * Messages about several comparisons at once. They name what is established, say what the rest is,
 * and warn when only one of several is, since chance gives that too.
 */
public record Comparisons(Texts texts, Sentences sentences) {

  /** A municipality, or a measure of one, beside the whole. */
  public record Compared(String name, Verdict verdict, Tone tone) {}

  /** Which municipalities differ from the whole in one measure. */
  public Message ofMunicipalities(
      Measure measure, List<Compared> places, String whole, String see) {
    List<String> higher = named(places, Verdict.HIGHER);
    List<String> lower = named(places, Verdict.LOWER);
    String key = "message.places." + branch(places);
    List<String> body = new ArrayList<>();
    body.add(
        texts.say(
            key + ".body",
            "noun",
            measure.noun(),
            "whole",
            whole,
            "higher",
            sentences.joined(higher),
            "lower",
            sentences.joined(lower),
            "see",
            see));
    rest("message.places.rest.", places).ifPresent(body::add);
    return new Message(
        texts.say(
            key,
            "label",
            measure.label(),
            "number",
            higher.size() + lower.size(),
            "all",
            places.size()),
        String.join(" ", body));
  }

  /** In which measures a municipality differs from the whole: what is worse first. */
  public Message ofMeasures(List<Compared> measures, String place, String whole, String see) {
    List<Compared> established = established(measures);
    if (established.isEmpty()) {
      String key = "message.place." + branch(measures);
      return new Message(
          texts.say(key, "whole", whole), texts.say(key + ".body", "whole", whole, "see", see));
    }
    List<String> body = kinds(established, see);
    rest("message.place.rest.", measures).ifPresent(body::add);
    return new Message(
        texts.say(
            "message.place.some",
            "place",
            place,
            "whole",
            whole,
            "number",
            established.size(),
            "all",
            measures.size()),
        String.join(" ", body));
  }

  /** The figures are named once, after the last kind. */
  private List<String> kinds(List<Compared> established, String see) {
    List<String> kinds =
        List.of("worse", "better", "higher", "lower").stream()
            .filter(kind -> established.stream().anyMatch(one -> kind(one).equals(kind)))
            .toList();
    List<String> said = new ArrayList<>();
    for (String kind : kinds) {
      List<String> names =
          established.stream().filter(one -> kind(one).equals(kind)).map(Compared::name).toList();
      boolean isLast = kind.equals(kinds.get(kinds.size() - 1));
      said.add(
          texts.say(
              "message.place." + kind, "nouns", sentences.joined(names), "see", isLast ? see : ""));
    }
    return said;
  }

  private static String kind(Compared one) {
    return switch (one.tone()) {
      case WORSE -> "worse";
      case BETTER -> "better";
      case NEUTRAL, NONE -> one.verdict() == Verdict.HIGHER ? "higher" : "lower";
    };
  }

  private static String branch(List<Compared> all) {
    boolean isHigher = !named(all, Verdict.HIGHER).isEmpty();
    boolean isLower = !named(all, Verdict.LOWER).isEmpty();
    if (isHigher || isLower) {
      return isHigher && isLower ? "both" : isHigher ? "higher" : "lower";
    }
    int unknown = named(all, Verdict.TOO_FEW_TO_SAY).size();
    if (unknown == 0) {
      return "none";
    }
    return unknown == all.size() ? "unknown" : "comparable";
  }

  /** What is said of those that are not named, and of one that is alone. */
  private Optional<String> rest(String stem, List<Compared> all) {
    int established = established(all).size();
    if (established == 0) {
      return Optional.empty();
    }
    int unknown = named(all, Verdict.TOO_FEW_TO_SAY).size();
    int others = all.size() - established;
    List<String> said = new ArrayList<>();
    if (others > 0) {
      said.add(texts.say(stem + (unknown == 0 ? "none" : unknown == others ? "unknown" : "some")));
    }
    if (established == 1 && all.size() - unknown > 1) {
      said.add(texts.say("message.single"));
    }
    return said.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", said));
  }

  private static List<Compared> established(List<Compared> all) {
    return all.stream().filter(one -> one.verdict().isEstablished()).toList();
  }

  private static List<String> named(List<Compared> all, Verdict verdict) {
    return all.stream().filter(one -> one.verdict() == verdict).map(Compared::name).toList();
  }
}
