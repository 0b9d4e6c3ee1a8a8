package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.jamlik.reports.chart.FunnelChart;
import se.jamlik.reports.chart.FunnelChart.Across;
import se.jamlik.reports.chart.Legend;
import se.jamlik.reports.chart.Style;
import se.jamlik.reports.judge.FunnelLimits;
import se.jamlik.reports.judge.Standing;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.release.Signal;
import se.jamlik.reports.release.SmallArea;
import se.jamlik.reports.words.Measure;
import se.jamlik.reports.words.Texts;

/**
 * Funnels of actual shares: which municipalities, and which parts of them, lie outside what chance
 * alone gives. They show where the needs are and rank nobody.
 */
record FunnelSections(Desk desk) {

  /** Shares of the inhabitants, so that a place's size is what it looks like. */
  private static final String MEASURE = "MM2";

  static final double PERCENT = 100;

  /** How many rows fit a page under the figure, and alone. */
  private static final int BESIDE_FIGURE = 18;

  private static final int ALONE = 44;

  /** Fewer parts than this are the municipality itself. */
  private static final int FEWEST_PARTS = 2;

  Stream<Section> sections() {
    Optional<Measure> measure = desk.measure(MEASURE);
    Optional<Double> reference = measure.flatMap(m -> desk.actual(m, desk.whole()).value());
    if (measure.isEmpty() || reference.isEmpty()) {
      return Stream.of();
    }
    return Stream.of(
            municipalities(measure.get(), reference.get()), parts(measure.get(), reference.get()))
        .flatMap(List::stream);
  }

  private List<Section> municipalities(Measure measure, double reference) {
    List<FunnelPlace> places =
        desk.release().municipalities().stream().map(area -> place(measure, area)).toList();
    boolean isKnown = places.stream().anyMatch(place -> place.standing() != Standing.UNKNOWN);
    return isKnown
        ? sections("municipalities", Across.LOGARITHMIC, measure, reference, places)
        : List.of();
  }

  private FunnelPlace place(Measure measure, Area area) {
    Standing standing =
        desk.release()
            .signals()
            .funnel(measure.id(), desk.period().name(), area)
            .flatMap(Signal::numbers)
            .map(numbers -> Standing.named(numbers.verdict()))
            .orElse(Standing.UNKNOWN);
    return new FunnelPlace(
        area.name(), area.equals(desk.place()), desk.actual(measure, area), standing);
  }

  /** In the report of a municipality its own parts alone. */
  private List<Section> parts(Measure measure, double reference) {
    List<SmallArea> areas =
        desk.release().signals().smallAreas(measure.id(), desk.period().name()).stream()
            .filter(area -> isHere(area.municipality()))
            .toList();
    if (areas.isEmpty()) {
      return List.of();
    }
    if (areas.size() < FEWEST_PARTS) {
      return List.of(
          Section.text(
              desk.say("areas.parts.heading"),
              desk.say("areas.parts.one", "place", desk.placeName())));
    }
    List<FunnelPlace> places =
        areas.stream()
            .map(
                area ->
                    new FunnelPlace(
                        area.area().name(),
                        false,
                        area.cell(),
                        FunnelLimits.standing(area.cell(), reference, PERCENT)))
            .toList();
    if (places.stream().noneMatch(FunnelPlace::isDrawn)) {
      return List.of(Section.text(desk.say("areas.parts.heading"), desk.say("areas.parts.silent")));
    }
    return sections("parts", Across.LINEAR, measure, reference, places);
  }

  private boolean isHere(String municipality) {
    return desk.place().isScope() || desk.place().code().equals(municipality);
  }

  /** A figure with its table, which goes on alone when it is long. */
  private List<Section> sections(
      String kind, Across across, Measure measure, double reference, List<FunnelPlace> places) {
    String name = "funnel-" + kind;
    String finding = finding(kind, measure, places);
    String label = desk.tableLabel(name);
    Figure figure =
        new Figure(
            desk.numbering().figure(name),
            desk.figureLabel(name),
            say("areas.subtitle." + kind, measure),
            drawing(kind, across, measure, reference, places),
            desk.alternative(
                "areas.alternative." + kind, labels(name, places.size()), "finding", finding),
            kind.equals("parts") ? 76 : 66,
            desk.source());
    List<Section> sections = new ArrayList<>();
    FunnelTable table = new FunnelTable(desk, kind, measure, reference);
    int first = Math.min(places.size(), BESIDE_FIGURE);
    sections.add(
        Section.of(
            finding,
            figure,
            table.of(label, places.subList(0, first)),
            Optional.of(desk.say("areas.meaning." + kind))));
    for (int from = first; from < places.size(); from += ALONE) {
      List<FunnelPlace> some = places.subList(from, Math.min(places.size(), from + ALONE));
      sections.add(
          Section.of(
              desk.say("areas.parts.table.more"),
              table.of(desk.tableLabel(name + "-" + from), some),
              Optional.empty()));
    }
    return sections;
  }

  /** "Tabell 8 och tabell 9." */
  private String labels(String name, int places) {
    List<String> labels = new ArrayList<>();
    labels.add(desk.tableLabel(name).replace(".", ""));
    for (int from = BESIDE_FIGURE; from < places; from += ALONE) {
      labels.add(Texts.decapitalised(desk.tableLabel(name + "-" + from).replace(".", "")));
    }
    return desk.sentences().joined(labels) + ".";
  }

  private Legend drawing(
      String kind, Across across, Measure measure, double reference, List<FunnelPlace> places) {
    List<FunnelChart.Point> points =
        places.stream()
            .filter(FunnelPlace::isDrawn)
            .map(
                place ->
                    new FunnelChart.Point(
                        place.standing().isFarOut() || place.isOwn() ? place.name() : "",
                        place.cell().denominator().orElseThrow(),
                        place.cell().value().orElseThrow(),
                        style(place, measure)))
            .toList();
    FunnelChart chart =
        new FunnelChart(
            desk.say("areas.unit", "measure", measure.heading(), "unit", measure.unit()),
            desk.say("areas.across." + across),
            reference,
            persons -> FunnelLimits.of(reference, PERCENT, persons),
            points,
            across,
            desk.numbers());
    return new Legend(
        List.of(
            new Legend.Point(desk.say("areas.legend.higher"), Style.HIGHER),
            new Legend.Point(desk.say("areas.legend.lower"), Style.LOWER),
            new Legend.Point(desk.say("areas.legend.within." + kind), Style.NO_DIFFERENCE),
            Legend.Stroke.reference(desk.whole().name()),
            Legend.Stroke.inner(desk.say("areas.legend.95")),
            Legend.Stroke.outer(desk.say("areas.legend.998"))),
        chart);
  }

  private static Style style(FunnelPlace place, Measure measure) {
    return PointStyles.style(place.standing().verdict(), measure.direction());
  }

  /** Names what lies outside the outer limits; where it is many, how many they are. */
  private String finding(String kind, Measure measure, List<FunnelPlace> places) {
    List<FunnelPlace> out = places.stream().filter(place -> place.standing().isFarOut()).toList();
    boolean isSilent = places.stream().allMatch(place -> place.standing() == Standing.UNKNOWN);
    String branch = isSilent ? "unknown" : out.isEmpty() ? "none" : "some";
    if (kind.equals("parts") && !out.isEmpty()) {
      branch = out.size() == 1 ? "one" : "some";
    }
    return desk.say(
        "areas.finding." + kind + "." + branch,
        "noun",
        measure.noun(),
        "names",
        desk.sentences().joined(out.stream().map(FunnelPlace::name).toList()),
        "number",
        out.size(),
        "all",
        places.stream().filter(FunnelPlace::isDrawn).count(),
        "whole",
        desk.whole().name());
  }

  private String say(String key, Measure measure) {
    return desk.say(
        key,
        "label",
        measure.heading(),
        "place",
        desk.placeName(),
        "whole",
        desk.whole().name(),
        "period",
        desk.periodName());
  }
}
