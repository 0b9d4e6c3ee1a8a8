package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.jamlik.reports.release.CodeList;
import se.jamlik.reports.words.Measure;

/** What each indicator means, what has been chosen in counting it, and the codes it stands on. */
record DefinitionsChapter(Desk desk) {

  /** The most indicators of one table; one that breaks repeats its head to those who listen. */
  private static final int ROWS = 22;

  Chapter chapter(String number) {
    List<Section> sections = new ArrayList<>();
    List<Measure> measures = desk.measures(Selection.inOrder(desk.release().indicators()));
    for (int from = 0; from < measures.size(); from += ROWS) {
      List<Measure> part = measures.subList(from, Math.min(measures.size(), from + ROWS));
      sections.add(
          Section.of(
              desk.say(from == 0 ? "method.definitions.heading" : "definitions.heading.more"),
              definitions(part, from),
              Optional.empty()));
    }
    new ChosenMeanings(desk).section().ifPresent(sections::add);
    if (!desk.release().codeLists().isEmpty()) {
      sections.add(Section.of(desk.say("method.codelists.heading"), codeLists(), Optional.empty()));
    }
    return new Chapter(
        "definitioner",
        number,
        desk.say("definitions.title"),
        desk.say("definitions.introduction"),
        sections);
  }

  private Table definitions(List<Measure> measures, int from) {
    List<Table.Row> rows =
        measures.stream()
            .map(
                measure ->
                    Table.Row.of(
                        measure.heading() + " (" + measure.id() + ")",
                        List.of(
                            TableCell.text(measure.question()),
                            TableCell.text(status(measure.indicator().codeListStatus())))))
            .toList();
    return desk.explained(
        new Table(
            desk.tableLabel("definitions-" + from),
            desk.say("method.definitions.caption"),
            "definitions",
            List.of(
                Table.Heading.text(desk.say("column.indicator")),
                Table.Heading.text(desk.say("column.question")),
                Table.Heading.text(desk.say("column.codelist"))),
            rows,
            List.of(desk.say("method.definitions.note"))));
  }

  private String status(String status) {
    return desk.texts().find("status." + status).orElse(desk.say("status.none"));
  }

  private Table codeLists() {
    return new Table(
        desk.tableLabel("codelists"),
        desk.say("method.codelists.caption"),
        "codelists",
        List.of(
            Table.Heading.text(desk.say("column.list")),
            Table.Heading.text(desk.say("column.source")),
            Table.Heading.text(desk.say("column.status"))),
        desk.release().codeLists().stream().map(this::codeList).toList(),
        List.of(desk.say("method.codelists.note")));
  }

  private Table.Row codeList(CodeList list) {
    return Table.Row.of(
        list.name().replace('_', ' '),
        List.of(TableCell.text(list.source()), TableCell.text(status(list.status()))));
  }
}
