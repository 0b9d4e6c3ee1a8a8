package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.jamlik.reports.page.Section.Item;
import se.jamlik.reports.release.DeliveredTable;
import se.jamlik.reports.release.Manifest;
import se.jamlik.reports.release.Suppressions;

/** What the numbers mean, how they were made, what they cannot say, and where they come from. */
record MethodChapter(Desk desk) {

  /** What a release that does not tell its settings was made with. */
  private static final String SMALLEST_SHOWN = "5";

  private static final String SMALLEST_DENOMINATOR = "20";

  Chapter chapter(String number) {
    List<Section> sections = new ArrayList<>();
    sections.add(Section.list(desk.say("method.calculation.heading"), calculation()));
    sections.add(Section.list(desk.say("method.confidentiality.heading"), confidentiality()));
    sections.add(
        Section.text(
            desk.say("method.uncertainty.heading"),
            desk.say("method.uncertainty.1"),
            desk.say("method.uncertainty.2")));
    new LegalSection(desk.release().manifest(), desk.texts()).section().ifPresent(sections::add);
    sections.add(Section.text(desk.say("method.accessibility.heading"), accessibility()));
    if (!desk.template().chapters().contains(ChapterKind.IN_DEPTH)) {
      sections.addAll(registers());
    }
    return new Chapter(
        "metod",
        number,
        desk.say("method.title"),
        desk.say(
            "method.introduction",
            "release",
            desk.release().manifest().release(),
            "date",
            desk.date(desk.release().manifest().dataThrough())),
        sections);
  }

  /**
   * What has been delivered and how good it is; in the chapter itself of a report without depth.
   */
  List<Section> depth() {
    return registers();
  }

  private List<Section> registers() {
    return List.of(new QualitySection(desk).section(), sources());
  }

  private List<Item> calculation() {
    return Stream.of(
            "period", "standardised", "interval", "comparison", "trend", "income", "prelim")
        .map(
            name ->
                new Item(
                    desk.say("method.calculation." + name + ".lead"),
                    desk.say(
                        "method.calculation." + name,
                        "period",
                        desk.periodName(),
                        "whole",
                        desk.whole().name(),
                        "date",
                        desk.date(desk.release().manifest().dataThrough()))))
        .toList();
  }

  private List<Item> confidentiality() {
    List<Item> items = new ArrayList<>();
    Manifest manifest = desk.release().manifest();
    for (String name : List.of("noise", "small", "dependent", "units")) {
      items.add(
          new Item(
              desk.say("method.confidentiality." + name + ".lead"),
              desk.say(
                  "method.confidentiality." + name,
                  "persons",
                  manifest.settings().getOrDefault("protect.smallest-shown", SMALLEST_SHOWN),
                  "base",
                  manifest
                      .settings()
                      .getOrDefault("protect.smallest-denominator", SMALLEST_DENOMINATOR))));
    }
    desk.release()
        .suppressions()
        .filter(suppressions -> suppressions.cells() > 0)
        .map(this::share)
        .ifPresent(items::add);
    return items;
  }

  private Item share(Suppressions suppressions) {
    return new Item(
        desk.say("method.confidentiality.share.lead"),
        desk.say(
            "method.confidentiality.share",
            "hidden",
            desk.numbers().of(suppressions.hidden()),
            "cells",
            desk.numbers().of(suppressions.cells()),
            "share",
            desk.numbers().of(100.0 * suppressions.hidden() / suppressions.cells(), 1)));
  }

  private Section sources() {
    String heading = desk.say("method.sources.heading");
    if (desk.release().deliveredTables().isEmpty()) {
      return Section.text(heading, desk.say("method.sources.none"));
    }
    List<Table.Row> rows =
        desk.release().deliveredTables().stream()
            .map(table -> Table.Row.of(desk.tableName(table.table()), cells(table)))
            .toList();
    return Section.of(
        heading,
        desk.explained(
            new Table(
                desk.tableLabel("sources"),
                desk.say(
                    "method.sources.caption",
                    "date",
                    desk.date(desk.release().manifest().dataThrough())),
                "sources",
                List.of(
                    Table.Heading.text(desk.say("column.table")),
                    Table.Heading.number(desk.say("column.files")),
                    Table.Heading.number(desk.say("column.accepted")),
                    Table.Heading.number(desk.say("column.quarantined")),
                    Table.Heading.number(desk.say("column.linked")),
                    Table.Heading.number(desk.say("column.newest"))),
                rows,
                List.of(desk.say("method.sources.note")))),
        Optional.empty());
  }

  private List<TableCell> cells(DeliveredTable table) {
    String linked =
        table
            .linkedShare()
            .map(share -> desk.numbers().of(share, 1))
            .orElse(desk.say("not.applicable"));
    return Stream.of(
            desk.numbers().of(table.files()),
            desk.numbers().of(table.accepted()),
            desk.numbers().of(table.quarantined()),
            linked,
            table.newest().map(date -> date.toString()).orElse(desk.say("not.applicable")))
        .map(TableCell::number)
        .toList();
  }

  private String accessibility() {
    Manifest manifest = desk.release().manifest();
    return desk.say("method.accessibility", "level", desk.say("conformance"))
        + manifest
            .codeVersion()
            .map(version -> " " + desk.say("method.version", "version", version))
            .orElse("");
  }
}
