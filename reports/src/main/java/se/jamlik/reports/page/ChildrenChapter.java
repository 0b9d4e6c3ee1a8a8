package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Children and young people: care, medicines and interventions by income. The words are neutral,
 * since a number of treated is neither good nor bad.
 */
record ChildrenChapter(Desk desk) {

  /** The figure of the chapter, on care. */
  static final String CARE = "children-care";

  private static final String ID = "barn";

  private static final List<ByIncome.Theme> THEMES =
      List.of(
          new ByIncome.Theme("care", List.of("PSYK0_19", "PSYKSPEC0_17", "PSYKSPEC18_24")),
          new ByIncome.Theme("drugs", List.of("ADHD10_17", "ANTIDEP10_17", "ANTIDEP18_24")),
          new ByIncome.Theme("home", List.of("EBBARN", "PLAC0_20")));

  Chapter chapter(String number) {
    String title = desk.say("children.title");
    if (!isKnown()) {
      return Chapter.empty(desk, ID, number, title);
    }
    List<Section> sections = new ArrayList<>();
    if (!desk.place().isScope()) {
      level().ifPresent(sections::add);
    }
    sections.add(new ByIncome(desk, THEMES.get(0)).section());
    return new Chapter(ID, number, title, desk.say("children.introduction"), sections);
  }

  /** Medicines, interventions and self-harm. */
  List<Section> depth() {
    return isKnown()
        ? Stream.concat(
                THEMES.stream().skip(1).map(theme -> new ByIncome(desk, theme).section()),
                Stream.of(new SelfHarm(desk).section()))
            .toList()
        : List.of();
  }

  private boolean isKnown() {
    return Stream.concat(indicators(), Stream.of(SelfHarm.INDICATOR))
        .anyMatch(id -> desk.measure(id).isPresent());
  }

  private static Stream<String> indicators() {
    return THEMES.stream().flatMap(theme -> theme.indicators().stream());
  }

  /** The municipality beside the whole in every measure that it has, in one table. */
  private Optional<Section> level() {
    Delivered delivered =
        Delivered.of(desk, THEMES.stream().flatMap(theme -> theme.indicators().stream()).toList());
    Beside beside = new Beside(desk, "children-level", delivered.measures());
    if (delivered.measures().isEmpty()) {
      return Optional.empty();
    }
    Table table =
        beside.table(
            desk.tableLabel(beside.name()),
            desk.say(
                "children.caption.level",
                "place",
                desk.placeName(),
                "whole",
                desk.whole().name(),
                "period",
                desk.periodName()));
    return Optional.of(Section.of(heading(beside), table, Optional.empty()));
  }

  private String heading(Beside beside) {
    String branch = beside.summary();
    return branch.equals("some")
        ? beside.finding(beside.nouns())
        : desk.say(
            "children.level.heading." + branch,
            "place",
            desk.placeName(),
            "whole",
            desk.whole().name());
  }
}
