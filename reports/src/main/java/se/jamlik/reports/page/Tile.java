package se.jamlik.reports.page;

import se.jamlik.reports.words.Mark;

/** A key figure of the first page. */
public record Tile(
    String label, String value, String unit, String interval, Mark mark, String reference) {

  /** The classes of the tile; the colour of its upper edge says the same as its mark. */
  public String css() {
    return "tile tile-" + mark.css();
  }
}
