package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

/**
 * The three messages of the first page, each with the figure that bears it out. They are sought in
 * a fixed order, so that none is chosen for what it says: first those that establish something,
 * then, where these are too few, those that say that nothing is.
 */
record Messages(Desk desk) {

  /** A municipality with more of the residents than this is most of the whole. */
  private static final double MOST = 50;

  private static final int MESSAGES = 3;

  /** A message, and whether its numbers establish a difference or a change. */
  record Candidate(Message message, boolean isEstablished) {}

  List<Item> messages() {
    List<Candidate> always = always();
    List<Candidate> all =
        Stream.of(
                always.stream(),
                gap("MSA65_CORE", OldChapter.NAME),
                gap("PSYK0_19", ChildrenChapter.CARE),
                desk.findings().stream())
            .flatMap(Function.identity())
            .toList();
    List<Candidate> established =
        all.stream().filter(Candidate::isEstablished).limit(MESSAGES).toList();
    List<Candidate> others =
        always.stream()
            .filter(candidate -> !candidate.isEstablished())
            .limit(MESSAGES - established.size())
            .toList();
    return all.stream()
        .filter(candidate -> established.contains(candidate) || others.contains(candidate))
        .map(candidate -> new Item(candidate.message().lead(), candidate.message().body()))
        .toList();
  }

  private List<Candidate> always() {
    Stream<Candidate> gap = gap(Selection.ILLNESS, EquityChapter.NAME);
    Stream<Candidate> trend = desk.headlineMeasure().map(this::trend).stream();
    Stream<Stream<Candidate>> inOrder =
        desk.place().isScope()
            ? Stream.of(gap, desk.headlineMeasure().map(this::municipalities).stream(), trend)
            : Stream.of(Stream.of(besideWhole()), gap, trend);
    return inOrder.flatMap(Function.identity()).toList();
  }

  private Stream<Candidate> gap(String indicator, String figure) {
    return desk.measure(indicator).map(measure -> gap(measure, figure)).stream();
  }

  private Candidate gap(Measure measure, String figure) {
    Cell lowest = desk.ofQuintile(measure, desk.place(), 1);
    Cell highest = desk.ofQuintile(measure, desk.place(), 5);
    Message message = desk.sentences().gap(measure, lowest, highest, desk.see(figure));
    boolean isCompared = lowest.interval().isPresent() && highest.interval().isPresent();
    return new Candidate(
        desk.sentences()
            .cautious(message, isCompared ? Caution.of(List.of(lowest, highest)) : List.of()),
        desk.gap(measure, desk.place()).verdict().isEstablished());
  }

  private Candidate trend(Measure measure) {
    List<Trend.Year> years = desk.development(measure, desk.place());
    Trend trend = Trend.of(years);
    Message message = desk.sentences().trend(measure, trend, desk.see(DevelopmentChapter.NAME));
    List<Caution> cautions =
        trend.verdict() == Verdict.TOO_FEW_TO_SAY ? List.of() : Caution.of(Trend.counted(years));
    return new Candidate(
        desk.sentences().cautious(message, cautions), trend.verdict().isEstablished());
  }

  private Candidate municipalities(Measure measure) {
    List<Area> areas = desk.release().municipalities();
    List<Compared> places =
        areas.stream().map(area -> compared(area.name(), measure, area)).toList();
    Message message =
        comparisons()
            .ofMunicipalities(
                measure, places, desk.whole().name(), desk.see(MunicipalitiesChapter.HEALTH));
    return new Candidate(
        desk.sentences()
            .cautious(message, Caution.of(areas.stream().flatMap(a -> cells(measure, a)).toList())),
        isAnyEstablished(places));
  }

  /** Every measure of the overview, sorted by what may be said of it. */
  private Candidate besideWhole() {
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
    return new Candidate(
        desk.sentences().cautious(withShareOfWhole(message, compared), cautions),
        isAnyEstablished(compared));
  }

  private static boolean isAnyEstablished(List<Compared> compared) {
    return compared.stream().anyMatch(one -> one.verdict().isEstablished());
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
