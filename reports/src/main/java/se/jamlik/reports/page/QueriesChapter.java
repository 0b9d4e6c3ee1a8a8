package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the numbers of each table are read from the release by whoever wants to count on. */
record QueriesChapter(Desk desk) {

  /** Comes after the chapters whose tables it tells of. */
  Chapter chapter(String number) {
    Map<String, String> queries = desk.numbering().queries();
    if (queries.isEmpty()) {
      return Chapter.empty(desk, "fragor", number, desk.say("query.title"));
    }
    List<Section> sections = new ArrayList<>();
    queries.forEach(
        (table, sql) ->
            sections.add(
                new Section(
                    desk.say(
                        "query.heading", "number", sections.size() + 1, "table", withoutDot(table)),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(sql))));
    return new Chapter(
        "fragor",
        number,
        desk.say("query.title"),
        desk.say("query.introduction", "release", desk.release().manifest().release()),
        sections);
  }

  /** A label is followed by a caption; here it ends a heading. */
  private static String withoutDot(String label) {
    return label.endsWith(".") ? label.substring(0, label.length() - 1) : label;
  }
}
