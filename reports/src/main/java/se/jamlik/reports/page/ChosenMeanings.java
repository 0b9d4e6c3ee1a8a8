package se.jamlik.reports.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of the installation that change what the numbers mean, with their values. */
record ChosenMeanings(Desk desk) {
  private static final List<String> CHANGE_A_MEANING = List.of("choices.", "costs.", "groupers");

  /** Nothing when the release does not tell its settings. */
  Optional<Section> section() {
    List<Map.Entry<String, String>> chosen =
        desk.release().manifest().settings().entrySet().stream()
            .filter(setting -> CHANGE_A_MEANING.stream().anyMatch(setting.getKey()::startsWith))
            .toList();
    return chosen.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Section.of(
                desk.say("method.choices.heading"),
                table(chosen),
                Optional.of(desk.say("method.choices.meaning"))));
  }

  private Table table(List<Map.Entry<String, String>> chosen) {
    return new Table(
        desk.tableLabel("choices"),
        desk.say("method.choices.caption"),
        "choices",
        List.of(
            Table.Heading.text(desk.say("column.choice")),
            Table.Heading.text(desk.say("column.chosen")),
            Table.Heading.text(desk.say("column.setting"))),
        chosen.stream().map(this::row).toList(),
        List.of());
  }

  private Table.Row row(Map.Entry<String, String> setting) {
    String name = setting.getKey();
    return Table.Row.of(
        desk.texts().find("choice." + name).orElse(name),
        List.of(TableCell.text(value(name, setting.getValue())), TableCell.text(name)));
  }

  private String value(String name, String value) {
    if (value.isEmpty()) {
      return desk.say("choice.none");
    }
    if (value.matches("[0-9]{1,18}")) {
      return desk.numbers().of(Long.parseLong(value));
    }
    return desk.texts().find("choice." + name + "." + value).orElse(value.replace('-', '–'));
  }
}
