package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.List;
import se.jamlik.reports.chart.Drawing;
import se.jamlik.reports.chart.Legend;
import se.jamlik.reports.chart.Style;

/** The key of charts by income: women and men in the whole, both together in a municipality. */
record QuintileLegend(Desk desk) {

  Drawing above(Drawing chart) {
    List<Legend.Entry> entries = new ArrayList<>();
    if (desk.place().isScope()) {
      entries.add(new Legend.Point(desk.say("women"), Style.WOMEN));
      entries.add(new Legend.Point(desk.say("men"), Style.MEN));
    } else {
      entries.add(new Legend.Point(desk.placeName(), Style.OWN));
    }
    entries.add(Legend.Stroke.interval(desk.say("legend.interval")));
    entries.add(Legend.Stroke.reference(desk.say("legend.all", "place", desk.placeName())));
    return new Legend(entries, chart);
  }
}
