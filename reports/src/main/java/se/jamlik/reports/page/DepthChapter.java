package se.jamlik.reports.page;

import java.util.List;

/**
 * What the chapters have no room for, in their order: the report itself stays short enough to read
 * before a meeting.
 */
record DepthChapter(Desk desk) {

  private static final String ID = "fordjupning";

  /** Comes after the chapters, so that their figures and tables have the first numbers. */
  Chapter chapter(String number) {
    String title = desk.say("depth.title");
    List<Section> sections =
        desk.template().chapters().stream().flatMap(kind -> kind.depth(desk).stream()).toList();
    return sections.isEmpty()
        ? Chapter.empty(desk, ID, number, title)
        : new Chapter(ID, number, title, desk.say("depth.introduction"), sections);
  }
}
