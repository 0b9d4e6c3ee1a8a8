package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.jamlik.reports.words.Measure;
import se.jamlik.reports.words.Texts;

/**
 * Old people with great needs, whom region and municipality care for together: how many they are,
 * what becomes of them after hospital, care at home and whom they meet.
 */
record OldChapter(Desk desk) {

  /** The figure of the chapter: one measure of each theme, also by income. */
  static final String NAME = "old";

  /** The room for rows where there are many, in millimetres. */
  private static final int TALLEST = 58;

  private static final String ID = "aldre";

  /** Some measures that are read together, by the name of their texts. */
  private record Theme(String name, List<String> indicators) {}

  private static final List<Theme> THEMES =
      List.of(
          new Theme("needs", List.of("MSA65_CORE", "MSA65_CARE", "MSA65_SOCIAL", "MSA65")),
          new Theme("home", List.of("BOTH65", "HTJ65", "HTJ80", "EDHC")),
          new Theme("discharge", List.of("UKDAYS", "UKMEAN", "READM30")),
          new Theme("after", List.of("TTFV72", "PCFU14", "SIPCORE")),
          new Theme("continuity", List.of("FLK", "COC", "SECON", "UPC50")));

  /** What the chapter shows of each theme: the first that the whole has a value of. */
  private static final List<List<String>> KEYS =
      List.of(
          List.of("MSA65_CORE"),
          List.of("UKDAYS", "READM30"),
          List.of("HTJ65"),
          List.of("COC", "FLK"));

  Chapter chapter(String number) {
    String title = desk.say("old.title");
    if (isEmpty()) {
      return Chapter.empty(desk, ID, number, title);
    }
    return new Chapter(
        ID,
        number,
        title,
        desk.say("old.introduction." + desk.kindOfPlace(), "whole", desk.whole().name()),
        List.of(key()));
  }

  /** All measures of each theme. */
  List<Section> depth() {
    if (isEmpty()) {
      return List.of();
    }
    List<Section> sections = new ArrayList<>();
    if (!desk.place().isScope() && THEMES.stream().anyMatch(this::isDelivered)) {
      sections.add(reading());
    }
    THEMES.stream().map(this::section).forEach(sections::add);
    return sections;
  }

  private boolean isEmpty() {
    return THEMES.stream().allMatch(theme -> delivered(theme).asked().isEmpty());
  }

  private Section key() {
    Delivered delivered = Delivered.of(desk, keys());
    Beside beside = new Beside(desk, NAME, delivered.measures(), List.of(1, 5));
    if (beside.measures().isEmpty()) {
      return delivered.none(desk.say("old.key.heading"));
    }
    String finding = beside.finding(desk.say("old.key.noun"));
    String table = desk.tableLabel(NAME);
    return new Section(
        finding,
        delivered.line(),
        List.of(),
        beside.panels().isSilent()
            ? List.of()
            : List.of(figure(desk.say("old.key.heading"), beside, finding, table)),
        List.of(beside.table(table, say("old.key.caption." + desk.kindOfPlace()))),
        List.of(desk.say("old.key.meaning") + " " + desk.say("beside.meaning." + beside.summary())),
        List.of());
  }

  private List<String> keys() {
    return KEYS.stream()
        .flatMap(
            ids -> {
              List<String> known = ids.stream().filter(id -> desk.measure(id).isPresent()).toList();
              return known.stream()
                  .filter(this::hasWhole)
                  .findFirst()
                  .or(() -> known.stream().findFirst())
                  .stream();
            })
        .toList();
  }

  private boolean hasWhole(String id) {
    return desk.measure(id)
        .flatMap(measure -> desk.comparable(measure, desk.whole()).value())
        .isPresent();
  }

  private String say(String key) {
    return desk.say(
        key, "place", desk.placeName(), "whole", desk.whole().name(), "period", desk.periodName());
  }

  private Delivered delivered(Theme theme) {
    return Delivered.of(desk, theme.indicators());
  }

  private boolean isDelivered(Theme theme) {
    return !delivered(theme).measures().isEmpty();
  }

  /** One line alone where there is nothing to show. */
  private Section section(Theme theme) {
    Delivered delivered = delivered(theme);
    String heading = desk.say("old." + theme.name() + ".heading");
    List<Measure> measures = delivered.measures();
    if (measures.isEmpty()) {
      return delivered.none(heading);
    }
    Beside beside = new Beside(desk, "old-" + theme.name(), measures);
    if (beside.isSilent()) {
      String silent = desk.say("beside.silent", "nouns", beside.nouns());
      return Section.text(
          heading,
          Stream.concat(Stream.of(silent), delivered.line().stream()).toArray(String[]::new));
    }
    return section(theme, beside, delivered.line());
  }

  /**
   * How each theme is to be read, and what may be made of the comparisons of them all: at the top
   * of a municipality's short sections, which have no room for it.
   */
  private Section reading() {
    List<Measure> all =
        THEMES.stream().flatMap(theme -> delivered(theme).measures().stream()).toList();
    return new Section(
        desk.say("old.reading"),
        List.of(),
        THEMES.stream()
            .filter(this::isDelivered)
            .map(
                theme ->
                    new Section.Item(
                        desk.say("old." + theme.name() + ".heading") + ".",
                        desk.say("old." + theme.name() + ".meaning")))
            .toList(),
        List.of(),
        List.of(),
        List.of(desk.say("beside.meaning." + new Beside(desk, "old", all).summary())),
        List.of());
  }

  private Section section(Theme theme, Beside beside, List<String> missing) {
    String finding = beside.finding(desk.say("old." + theme.name() + ".noun"));
    String table = desk.tableLabel(beside.name());
    return new Section(
        finding,
        missing,
        List.of(),
        beside.hasNothingToDraw()
            ? List.of()
            : List.of(figure(desk.say("old." + theme.name() + ".heading"), beside, finding, table)),
        List.of(beside.table(table, say("beside.caption." + desk.kindOfPlace()))),
        desk.place().isScope() ? List.of(meaning(theme, beside)) : List.of(),
        List.of());
  }

  private String meaning(Theme theme, Beside beside) {
    return desk.say("old." + theme.name() + ".meaning")
        + " "
        + desk.say("beside.meaning." + beside.summary());
  }

  private Figure figure(String nouns, Beside beside, String finding, String table) {
    return new Figure(
        desk.numbering().figure(beside.name()),
        desk.figureLabel(beside.name()),
        Texts.capitalised(
            desk.say(
                "beside.subtitle." + desk.kindOfPlace(),
                "nouns",
                nouns,
                "place",
                desk.placeName(),
                "whole",
                desk.whole().name(),
                "period",
                desk.periodName())),
        beside.drawing(),
        desk.alternative("beside.alternative." + desk.kindOfPlace(), table, "finding", finding),
        24 + Math.min(8 * beside.panels().rowCount(), TALLEST),
        desk.source());
  }
}
