package se.jamlik.reports.page;

import java.util.List;

/** A chapter that starts on a new page. */
public record Chapter(
    String id, String number, String title, String introduction, List<Section> sections) {

  /** Number and title, as the contents and the bookmarks name the chapter. */
  public String bookmark() {
    return number + " " + title;
  }

  public String href() {
    return "#" + id;
  }
}
