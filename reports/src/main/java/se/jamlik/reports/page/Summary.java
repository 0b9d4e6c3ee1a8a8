package se.jamlik.reports.page;

import java.util.List;

/** The first page. */
public record Summary(
    String headline,
    List<Tile> tiles,
    List<Section.Item> messages,
    List<Figure> figures,
    Table overview) {}
