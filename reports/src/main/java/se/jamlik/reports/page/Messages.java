package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.jamlik.reports.judge.Caution;
import se.jamlik.reports.judge.Tone;
import se.jamlik.reports.judge.Trend;
import se.jamlik.reports.judge.Verdict;
import se.jamlik.reports.page.Section.Item;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.words.Comparisons;
import se.jamlik.reports.words.Comparisons.Compared;
import se.jamlik.reports.words.Measure;
import se.jamlik.reports.words.Sentences.Message;

/** The three messages of the first page, each with the figure that bears it out. */
record Messages(Desk desk) {

  /** A municipality with more of the residents than this is most of the whole. */
  private static final double MOST = 50;

  List<Item> messages() {
    Optional<Message> gap = desk.measure(Selection.ILLNESS).map(this::gap);
    Optional<Message> trend = desk.headlineMeasure().map(this::trend);
    Stream<Optional<Message>> messages =
        desk.place().isScope()
            ? Stream.of(gap, desk.headlineMeasure().map(this::municipalities), trend)
            : Stream.of(Optional.of(besideWhole()), gap, trend);
    return messages
        .flatMap(Optional::stream)
        .map(message -> new Item(message.lead(), message.body()))
        .toList();
  }

  private Message gap(Measure measure) {
    Cell lowest = desk.ofQuintile(measure, desk.place(), 1);
    Cell highest = desk.ofQuintile(measure, desk.place(), 5);
    Message message = desk.sentences().gap(measure, lowest, highest, desk.see(EquityChapter.NAME));
    boolean isCompared = lowest.interval().isPresent() && highest.interval().isPresent();
    return desk.sentences()
        .cautious(message, isCompared ? Caution.of(List.of(lowest, highest)) : List.of());
  }

  private Message trend(Measure measure) {
    List<Trend.Year> years = desk.development(measure, desk.place());
    Trend trend = Trend.of(years);
    Message message = desk.sentences().trend(measure, trend, desk.see(DevelopmentChapter.NAME));
    return desk.sentences()
        .cautious(
            message,
            trend.verdict() == Verdict.TOO_FEW_TO_SAY
                ? List.of()
                : Caution.of(Trend.counted(years)));
  }

  private Message municipalities(Measure measure) {
    List<Area> areas = desk.release().municipalities();
    List<Compared> places =
        areas.stream().map(area -> compared(area.name(), measure, area)).toList();
    Message message =
        comparisons()
            .ofMunicipalities(
                measure, places, desk.whole().name(), desk.see(MunicipalitiesChapter.HEALTH));
    return desk.sentences()
        .cautious(message, Caution.of(areas.stream().flatMap(a -> cells(measure, a)).toList()));
  }

  /** Every measure of the overview, sorted by what may be said of it. */
  private Message besideWhole() {
    List<Measure> measures = desk.measures(Selection.OVERVIEW);
    List<Compared> compared =
        measures.stream()
            .map(
                measure ->
                    compared(
                        desk.marked(measure.noun(), cells(measure, desk.place())),
                        measure,
                        desk.place()))
            .toList();
    Message message =
        comparisons()
            .ofMeasures(
                compared,
                desk.placeName(),
                desk.whole().name(),
                desk.see(MunicipalitiesChapter.HEALTH, MunicipalitiesChapter.SOCIAL));
    List<Cell> cells =
        measures.stream()
            .filter(measure -> desk.verdict(measure, desk.place()).isEstablished())
            .flatMap(measure -> cells(measure, desk.place()))
            .toList();
    // The dagger stands at the measures themselves.
    List<Caution> cautions =
        Caution.of(cells).stream().filter(caution -> caution != Caution.WARNED).toList();
    return desk.sentences().cautious(withShareOfWhole(message, compared), cautions);
  }

  /**
   * What is most of the whole seldom differs from it; where it does not, that is not to be read as
   * being like the others.
   */
  private Message withShareOfWhole(Message message, List<Compared> compared) {
    List<Verdict> verdicts = compared.stream().map(Compared::verdict).toList();
    boolean hasNoDifference =
        verdicts.contains(Verdict.NO_ESTABLISHED_DIFFERENCE)
            && verdicts.stream().noneMatch(Verdict::isEstablished);
    List<String> body = new ArrayList<>(List.of(message.body()));
    shareOfWhole()
        .filter(share -> hasNoDifference && share > MOST)
        .map(
            share ->
                desk.say(
                    "message.place.most",
                    "place",
                    desk.placeName(),
                    "whole",
                    desk.whole().name(),
                    "share",
                    desk.numbers().of(share, 0)))
        .ifPresent(body::add);
    return new Message(message.lead(), String.join(" ", body));
  }

  /** Of the residents, in percent; everybody is in the population of multimorbidity. */
  private Optional<Double> shareOfWhole() {
    return desk.measure(Selection.ILLNESS)
        .flatMap(
            measure ->
                desk.actual(measure, desk.place())
                    .denominator()
                    .flatMap(
                        own ->
                            desk.actual(measure, desk.whole())
                                .denominator()
                                .map(whole -> 100 * own / whole)));
  }

  private Compared compared(String name, Measure measure, Area area) {
    Verdict verdict = desk.verdict(measure, area);
    return new Compared(name, verdict, Tone.of(verdict, measure.direction()));
  }

  /** What a comparison stands on; nothing when there is none. */
  private Stream<Cell> cells(Measure measure, Area area) {
    return desk.verdict(measure, area) == Verdict.TOO_FEW_TO_SAY
        ? Stream.of()
        : Stream.of(desk.comparable(measure, area), desk.comparable(measure, desk.whole()));
  }

  private Comparisons comparisons() {
    return new Comparisons(desk.texts(), desk.sentences());
  }
}
