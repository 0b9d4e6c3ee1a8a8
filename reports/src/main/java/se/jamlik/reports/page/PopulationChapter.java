package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.jamlik.reports.chart.Drawing;
import se.jamlik.reports.chart.PyramidChart;
import se.jamlik.reports.chart.PyramidChart.Band;
import se.jamlik.reports.chart.PyramidChart.Bar;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.release.PopulationGroup;
import se.jamlik.reports.words.PopulationSentences;

/** How many live here, of which age and sex, and how many of them have several conditions. */
record PopulationChapter(Desk desk) {

  static final String NAME = "population";

  private static final String ID = "befolkning";
  private static final String ALL = "all";
  private static final List<String> SEXES = List.of("women", "men");
  private static final List<String> AGES =
      List.of("0-9", "10-19", "20-29", "30-39", "40-49", "50-59", "60-69", "70-79", "80-89", "90+");

  Chapter chapter(String number) {
    String title = desk.say("population.title");
    if (hasNoRow()) {
      return Chapter.empty(desk, ID, number, title);
    }
    PopulationSentences sentences = new PopulationSentences(desk.texts(), desk.numbers());
    String finding = sentences.finding(group(ALL, ALL));
    String table = desk.tableLabel(NAME);
    Figure figure =
        new Figure(
            desk.numbering().figure(NAME),
            desk.figureLabel(NAME),
            named("population.subtitle"),
            drawing(),
            desk.alternative("population.alternative", table, "finding", finding),
            86,
            desk.source());
    String meaning = sentences.meaning(AGES.stream().map(age -> group(ALL, age)).toList());
    return new Chapter(
        ID,
        number,
        title,
        desk.say("population.introduction"),
        List.of(Section.of(finding, figure, table(table), Optional.of(meaning))));
  }

  private boolean hasNoRow() {
    return desk.release().morbidity().population().stream()
        .noneMatch(
            group ->
                group.period().equals(desk.period().name())
                    && group.area().equals(desk.place().code()));
  }

  private PopulationGroup group(String sex, String age) {
    String period = desk.period().name();
    String area = desk.place().code();
    return desk.release().morbidity().population().stream()
        .filter(group -> group.period().equals(period) && group.area().equals(area))
        .filter(group -> group.sex().equals(sex) && group.ageGroup().equals(age))
        .findFirst()
        .orElseGet(() -> PopulationGroup.absent(period, area, sex, age));
  }

  private Drawing drawing() {
    List<Band> bands =
        AGES.stream()
            .map(age -> new Band(dashed(age), bar(group("men", age)), bar(group("women", age))))
            .toList();
    return new PyramidChart(
            desk.say("population.unit"),
            desk.say("men"),
            desk.say("women"),
            bands,
            desk.say("nothing"),
            desk.numbers())
        .withLegend(
            desk.say("population.men"),
            desk.say("population.men.other"),
            desk.say("population.women"),
            desk.say("population.women.other"));
  }

  private static Bar bar(PopulationGroup group) {
    return new Bar(group.persons(), group.multimorbid());
  }

  private Table table(String label) {
    List<Table.Heading> headings =
        Stream.concat(
                Stream.of(Table.Heading.text(desk.say("population.column.age"))),
                SEXES.stream()
                    .flatMap(sex -> Stream.of(sex, sex + ".multimorbid", sex + ".share"))
                    .map(column -> Table.Heading.number(desk.say("population.column." + column))))
            .toList();
    List<Table.Row> rows = new ArrayList<>();
    for (String age : AGES) {
      rows.add(Table.Row.of(desk.say("population.row", "age", dashed(age)), cells(age)));
    }
    rows.add(Table.Row.own(desk.say("population.row.all"), cells(ALL)));
    return desk.explained(
        new Table(label, named("population.caption"), NAME, headings, rows, notes())
            .readBy(query()));
  }

  private String query() {
    return """
        select sex, age_group, persons, multimorbid, value, ci_low, ci_high
        from population
        where period = '%s' and area = '%s'
        order by age_group, sex;"""
        .formatted(desk.period().name(), desk.place().code());
  }

  private List<TableCell> cells(String age) {
    return SEXES.stream()
        .map(sex -> group(sex, age))
        .flatMap(
            group ->
                Stream.of(
                    desk.numbers().of(group.persons().map(Long::doubleValue), 0),
                    desk.numbers().of(group.multimorbid().map(Long::doubleValue), 0),
                    desk.numbers().of(group.share().map(Estimate::value), 1)))
        .map(TableCell::number)
        .toList();
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    Optional<Estimate> all = group(ALL, ALL).share();
    all.ifPresent(
        share ->
            notes.add(
                desk.say(
                    "population.note.all",
                    "value",
                    desk.numbers().of(share.value(), 1),
                    "interval",
                    desk.numbers().ofInterval(share.interval(), 1))));
    notes.add(desk.say("population.note.protected"));
    boolean isHidden =
        SEXES.stream()
            .flatMap(sex -> AGES.stream().map(age -> group(sex, age)))
            .anyMatch(group -> group.persons().isPresent() && group.multimorbid().isEmpty());
    if (isHidden) {
      notes.add(desk.say("population.note.hidden"));
    }
    notes.addAll(new IllnessNotes(desk).about(desk.place()));
    return notes;
  }

  private String named(String key) {
    return desk.say(
        key, "mark", desk.illnessMark(), "place", desk.placeName(), "period", desk.periodName());
  }

  private static String dashed(String age) {
    return age.replace('-', '–');
  }
}
