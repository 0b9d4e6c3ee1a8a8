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

  Chapter chapter(String number) {
    String title = desk.say("old.title");
    if (THEMES.stream().allMatch(theme -> delivered(theme).asked().isEmpty())) {
      return Chapter.empty(desk, ID, number, title);
    }
    List<Section> sections = new ArrayList<>();
    if (!desk.place().isScope() && THEMES.stream().anyMatch(this::isDelivered)) {
      sections.add(reading());
    }
    THEMES.stream().map(this::section).forEach(sections::add);
    return new Chapter(
        ID,
        number,
        title,
        desk.say("old.introduction." + desk.kindOfPlace(), "whole", desk.whole().name()),
        sections);
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
        beside.hasNothingToDraw() ? List.of() : List.of(figure(theme, beside, finding, table)),
        List.of(
            beside.table(
                table,
                desk.say(
                    "beside.caption." + desk.kindOfPlace(),
                    "place",
                    desk.placeName(),
                    "whole",
                    desk.whole().name(),
                    "period",
                    desk.periodName()))),
        desk.place().isScope() ? List.of(meaning(theme, beside)) : List.of(),
        List.of());
  }

  private String meaning(Theme theme, Beside beside) {
    return desk.say("old." + theme.name() + ".meaning")
        + " "
        + desk.say("beside.meaning." + beside.summary());
  }

  private Figure figure(Theme theme, Beside beside, String finding, String table) {
    return new Figure(
        desk.numbering().figure(beside.name()),
        desk.figureLabel(beside.name()),
        Texts.capitalised(
            desk.say(
                "beside.subtitle." + desk.kindOfPlace(),
                "nouns",
                desk.say("old." + theme.name() + ".heading"),
                "place",
                desk.placeName(),
                "whole",
                desk.whole().name(),
                "period",
                desk.periodName())),
        beside.drawing(),
        desk.alternative("beside.alternative." + desk.kindOfPlace(), table, "finding", finding),
        24 + 8 * beside.panels().rowCount(),
        desk.source());
  }
}
