package se.jamlik.reports.page;

import java.util.List;

/** A chapter that starts on a new page, unless there is nothing to show in it. */
public record Chapter(
    String id, String number, String title, String introduction, List<Section> sections) {

  /** A chapter whose data the release does not hold says so instead of vanishing. */
  static Chapter empty(Desk desk, String id, String number, String title) {
    return new Chapter(id, number, title, desk.say("chapter.nothing"), List.of());
  }

  /** One that says alone that it has nothing takes no page of its own. */
  public String css() {
    return sections.isEmpty() ? "page chapter empty" : "page chapter";
  }

  /** Number and title, as the contents and the bookmarks name the chapter. */
  public String bookmark() {
    return number + " " + title;
  }

  public String href() {
    return "#" + id;
  }
}
