package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import se.jamlik.reports.judge.Tone;
import se.jamlik.reports.judge.Verdict;
import se.jamlik.reports.page.Section.Item;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.words.Measure;
import se.jamlik.reports.words.Sentences.Message;
import se.jamlik.reports.words.Sentences.Place;

/** The three messages of the first page, each with the figure that bears it out. */
record Messages(Desk desk) {

  List<Item> messages() {
    List<Optional<Message>> messages =
        desk.place().isScope()
            ? List.of(
                desk.measure(Selection.ILLNESS).map(gapIn(EquityChapter.NAME)),
                desk.headlineMeasure().map(this::municipalities),
                desk.headlineMeasure().map(this::trend))
            : List.of(
                Optional.of(besideWhole()),
                desk.measure(Selection.ILLNESS).map(gapIn(EquityChapter.NAME)),
                desk.headlineMeasure().map(this::trend));
    return messages.stream()
        .flatMap(Optional::stream)
        .map(message -> new Item(message.lead(), message.body()))
        .toList();
  }

  private Function<Measure, Message> gapIn(String figure) {
    return measure ->
        desk.sentences()
            .gap(
                measure,
                desk.ofQuintile(measure, desk.place(), 1),
                desk.ofQuintile(measure, desk.place(), 5),
                desk.see(figure));
  }

  private Message municipalities(Measure measure) {
    List<Place> places =
        desk.release().municipalities().stream()
            .map(area -> new Place(area.name(), desk.verdict(measure, area)))
            .toList();
    return desk.sentences()
        .municipalities(
            measure, places, desk.whole().name(), desk.see(MunicipalitiesChapter.HEALTH));
  }

  private Message trend(Measure measure) {
    return desk.sentences()
        .trend(measure, desk.trend(measure, desk.place()), desk.see(DevelopmentChapter.NAME));
  }

  /** Every measure of the overview, sorted by what may be said of it. */
  private Message besideWhole() {
    List<Measure> measures = desk.measures(Selection.OVERVIEW);
    List<String> parts = new ArrayList<>();
    for (String kind : List.of("worse", "better", "higher", "lower")) {
      List<String> nouns =
          measures.stream().filter(m -> kind(m).equals(kind)).map(Measure::noun).toList();
      if (!nouns.isEmpty()) {
        parts.add(desk.say("message.place." + kind, "nouns", desk.sentences().joined(nouns)));
      }
    }
    long unknown = measures.stream().filter(m -> kind(m).equals("unknown")).count();
    String see = desk.see(MunicipalitiesChapter.HEALTH, MunicipalitiesChapter.SOCIAL);
    String whole = desk.whole().name();
    if (unknown == measures.size()) {
      return new Message(
          desk.say("message.place.unknown"),
          desk.say("message.place.unknown.body", "whole", whole, "see", see));
    }
    if (parts.isEmpty()) {
      return new Message(
          desk.say("message.place.none", "whole", whole),
          desk.say("message.place.none.body", "whole", whole, "see", see));
    }
    return new Message(
        desk.say("message.place.some", "place", desk.placeName(), "whole", whole),
        String.join(" ", parts) + " " + desk.say("message.place.rest", "see", see));
  }

  private String kind(Measure measure) {
    Area place = desk.place();
    Verdict verdict = desk.verdict(measure, place);
    return switch (Tone.of(verdict, measure.direction())) {
      case WORSE -> "worse";
      case BETTER -> "better";
      case NEUTRAL -> verdict == Verdict.HIGHER ? "higher" : "lower";
      case NONE -> verdict == Verdict.TOO_FEW_TO_SAY ? "unknown" : "none";
    };
  }
}
