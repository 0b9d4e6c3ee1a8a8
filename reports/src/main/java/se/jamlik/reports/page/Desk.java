package se.jamlik.reports.page;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import se.jamlik.reports.Language;
import se.jamlik.reports.ReportTemplate;
import se.jamlik.reports.judge.Gap;
import se.jamlik.reports.judge.Trend;
import se.jamlik.reports.judge.Verdict;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Group;
import se.jamlik.reports.release.Period;
import se.jamlik.reports.release.Release;
import se.jamlik.reports.words.Mark;
import se.jamlik.reports.words.Measure;
import se.jamlik.reports.words.Numbers;
import se.jamlik.reports.words.Sentences;
import se.jamlik.reports.words.Sentences.Message;
import se.jamlik.reports.words.Texts;

/**
 * What every page of one report is written with: the release, the place it is about, the words and
 * the numbering.
 */
record Desk(
    Release release,
    Area place,
    Language language,
    ReportTemplate template,
    Texts texts,
    Numbers numbers,
    Sentences sentences,
    Numbering numbering,
    List<Messages.Candidate> findings) {

  /** Marks an indicator that stands on data that a check has warned of. */
  static final String DAGGER = Sentences.DAGGER;

  static Desk about(Area place, Release release, Language language, ReportTemplate template) {
    Texts texts = Texts.in(language);
    Numbers numbers = new Numbers(language);
    return new Desk(
        release,
        place,
        language,
        template,
        texts,
        numbers,
        new Sentences(texts, numbers),
        new Numbering(),
        new ArrayList<>());
  }

  /** What a chapter has established that the first page may tell. */
  void found(Message message) {
    findings.add(new Messages.Candidate(message, true));
  }

  String say(String key, Object... namesAndValues) {
    return texts.say(key, namesAndValues);
  }

  Area whole() {
    return release.scope();
  }

  Period period() {
    return release.mainPeriod();
  }

  /** The period as a reader says it, with a mark when it is preliminary. */
  String periodName() {
    return name(period());
  }

  String name(Period period) {
    String name =
        period.isRolling()
            ? say("period.rolling", "month", month(period.lastDay()))
            : period.name();
    return period.isPreliminary() ? say("period.preliminary", "period", name) : name;
  }

  /** "2021–2025", or the only period. */
  String years() {
    List<Period> years = release.years();
    return years.size() < 2
        ? periodName()
        : years.get(0).name() + "–" + years.get(years.size() - 1).name();
  }

  String date(LocalDate date) {
    return date.format(DateTimeFormatter.ofPattern("d MMMM yyyy", locale()));
  }

  private String month(LocalDate date) {
    return date.format(DateTimeFormatter.ofPattern("MMMM yyyy", locale()));
  }

  private Locale locale() {
    return Locale.forLanguageTag(language.tag());
  }

  Optional<Measure> measure(String id) {
    return release.indicator(id).map(indicator -> new Measure(indicator, texts));
  }

  /** Those that the report has chosen for one of its places. */
  List<Measure> measures(Selection selection) {
    return measures(template.selected(selection));
  }

  List<Measure> measures(List<String> ids) {
    return ids.stream().map(this::measure).flatMap(Optional::stream).toList();
  }

  /** The municipalities that stand beside each other: all, or those named and the own one. */
  List<Area> municipalities() {
    List<String> named = template.namedMunicipalities();
    return release.municipalities().stream()
        .filter(area -> named.isEmpty() || named.contains(area.code()) || area.equals(place))
        .toList();
  }

  /** The first measure with cases enough to compare; the first of all when none has. */
  Optional<Measure> headlineMeasure() {
    List<Measure> measures = measures(Selection.HEADLINE);
    return measures.stream()
        .filter(measure -> headlineVerdict(measure) != Verdict.TOO_FEW_TO_SAY)
        .findFirst()
        .or(() -> measures.stream().findFirst());
  }

  private Verdict headlineVerdict(Measure measure) {
    return place().isScope() ? gap(measure, place()).verdict() : verdict(measure, place());
  }

  Group group(Measure measure) {
    return Group.of(measure.id(), period().name());
  }

  /** The crude value: what it is. */
  Cell actual(Measure measure, Area area) {
    return release.cell(group(measure).in(area));
  }

  /** The standardised value: what can be compared. */
  Cell comparable(Measure measure, Area area) {
    return release.cell(group(measure).in(area).standardised());
  }

  Verdict verdict(Measure measure, Area area) {
    return Verdict.of(comparable(measure, area), comparable(measure, whole()));
  }

  Mark comparison(Measure measure, Area area, Mark.Room room) {
    return Mark.of(verdict(measure, area), measure.direction(), room, texts);
  }

  Cell ofQuintile(Measure measure, Area area, int quintile) {
    return release.cell(group(measure).in(area).ofQuintile(quintile).standardised());
  }

  Gap gap(Measure measure, Area area) {
    return Gap.between(ofQuintile(measure, area, 1), ofQuintile(measure, area, 5));
  }

  /** The standardised values of the calendar years. */
  List<Trend.Year> development(Measure measure, Area area) {
    return release.years().stream()
        .map(
            year ->
                new Trend.Year(
                    year.year(),
                    release.cell(Group.of(measure.id(), year.name()).in(area).standardised())))
        .toList();
  }

  Trend trend(Measure measure, Area area) {
    return Trend.of(development(measure, area));
  }

  Mark direction(Measure measure, Area area, Mark.Room room) {
    return Mark.of(trend(measure, area), measure.direction(), room, texts);
  }

  /** A label, marked when values of the period stand on data that a check has warned of. */
  String marked(String label, Measure measure, Area... areas) {
    return marked(label, Stream.of(areas).map(area -> actual(measure, area)));
  }

  /** A label, marked when values of any year do. */
  String markedInYears(String label, Measure measure, Area... areas) {
    return marked(
        label,
        Stream.of(areas)
            .flatMap(area -> development(measure, area).stream())
            .map(Trend.Year::cell));
  }

  String marked(String label, Stream<Cell> cells) {
    return cells.anyMatch(Cell::hasWarning) ? label + DAGGER : label;
  }

  String number(Measure measure, Cell cell) {
    return numbers.of(cell.value(), measure.decimals());
  }

  String interval(Measure measure, Cell cell) {
    return numbers.ofInterval(cell.interval(), measure.decimals());
  }

  String figureLabel(String name) {
    return say("figure.label", "number", numbering.figure(name));
  }

  String tableLabel(String name) {
    return say("table.label", "number", numbering.table(name));
  }

  /** "(figur 3)", or nothing when the report has no such figure. */
  String see(String... figures) {
    List<String> numbers =
        Stream.of(figures)
            .filter(numbering::hasFigure)
            .map(figure -> say("figure.name", "number", numbering.figure(figure)))
            .toList();
    return numbers.isEmpty() ? "" : " (" + sentences.joined(numbers) + ")";
  }

  /** The line under every figure. */
  String source() {
    return say(
            "figure.source",
            "region",
            release.manifest().regionName().orElse(say("region.unnamed")),
            "release",
            release.manifest().release())
        + invented();
  }

  /** A warning on every page of a report about a region that does not exist. */
  String invented() {
    return release.manifest().isInvented() ? " " + say("invented.sentence") : "";
  }

  /** An alternative text that is never longer than a screen reader's user wants. */
  String alternative(String key, String table, Object... namesAndValues) {
    String text = say(key, namesAndValues) + " " + say("figure.all", "table", table);
    return text.length() <= 300 ? text : say("figure.all", "table", table);
  }

  /** A note for a table of one measure, whose name stands in no row. */
  List<String> noteOfWarning(Measure measure, Stream<Cell> cells) {
    return cells.anyMatch(Cell::hasWarning)
        ? List.of(new WarnedRegisters(this).note("note.quality.these", List.of(measure)))
        : List.of();
  }

  /** The table with notes on the signs that it has, and on how its numbers are read. */
  Table explained(Table table) {
    boolean isRead = !table.query().isEmpty() && template.chapters().contains(ChapterKind.QUERIES);
    String read =
        isRead ? say("query.note", "number", numbering.query(table.label(), table.query())) : "";
    WarnedRegisters registers = new WarnedRegisters(this);
    return table.explaining(
        say("note.missing"),
        registers.note("note.quality", registers.measures(table.warnedNames())),
        say("note.unverified"),
        read);
  }

  /** The mark of the codes that tell of chronic conditions, or nothing. */
  String illnessMark() {
    return measure(Selection.ILLNESS).map(Measure::mark).orElse("");
  }

  /** A register with its name in the contract. */
  String tableName(String table) {
    return texts.find("table." + table).map(name -> name + " (" + table + ")").orElse(table);
  }

  /** What ends the key of a text that is another for the scope than for a municipality. */
  String kindOfPlace() {
    return place.isScope() ? "scope" : "place";
  }

  /** Title of the place in running text. */
  String placeName() {
    return place.name();
  }
}
