package se.jamlik.jobs.synthesise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.jamlik.jobs.synthesise.Planted.Expect;

/** The faults that lie in many rows of a file at once, and the rows that a later file corrects. */
final class Mess {
  private static final int MOST_CORRECTIONS = 8;

  private final Region region;
  private final Delivery delivery;
  private final Dice dice;
  private final Map<String, Planted> counted = new TreeMap<>();
  private final List<Cells> corrections = new ArrayList<>();
  private boolean hasUnknownDay;

  Mess(Region region, Delivery delivery, Dice dice) {
    this.region = region;
    this.delivery = delivery;
    this.dice = dice;
  }

  /** The faults of many rows, with how many rows each of them has. */
  List<Planted> counted() {
    return List.copyOf(counted.values());
  }

  /** Rows as a later file will have them. */
  List<Cells> corrections() {
    return corrections;
  }

  /** A good row with the spelling and the gaps that its table often has. */
  Cells applied(Cells row) {
    Cells applied =
        switch (delivery.table()) {
          case PV_KONTAKT -> primaryCare(row);
          case PAR_OPPENVARD, PAR_SLUTENVARD -> hospital(row);
          case DORS -> death(row);
          default -> row;
        };
    correct(applied);
    return applied;
  }

  /** Codes of primary care's own classification, and a change of records that lost diagnoses. */
  private Cells primaryCare(Cells row) {
    if (isInSwitch(row) && dice.chance(0.5)) {
      count("a change of record system loses half of the diagnoses", "null");
      return row.with("dia1", "").with("dia2", "").with("dia3", "");
    }
    if (row.isKnown("dia1") && dice.chance(0.08)) {
      count("a code of KSH97-P", "the final P is stripped");
      String whole = row.at("dia1");
      String code = dice.chance(0.5) ? whole.substring(0, 3) + "-P" : whole + "P";
      return row.with("dia1", code);
    }
    return row;
  }

  private boolean isInSwitch(Cells row) {
    String month = row.at("kontaktdatum").substring(0, 7);
    int year = region.fromYear() + 3;
    return month.equals(year + "-10") || month.equals(year + "-11");
  }

  private Cells hospital(Cells row) {
    if (row.at("hdia").length() > 3 && dice.chance(0.03)) {
      count("a code with a dot or in lower case", "read as the same code");
      String code = row.at("hdia");
      boolean isDotted = dice.chance(0.5);
      return row.with(
          "hdia",
          isDotted
              ? code.substring(0, 3) + "." + code.substring(3)
              : code.toLowerCase(Locale.ROOT));
    }
    if (!row.isKnown("dia3") && dice.chance(0.002)) {
      count("BLANKED or NA in place of a code", "null");
      return row.with("dia3", dice.chance(0.5) ? "BLANKED" : "NA");
    }
    return row;
  }

  private Cells death(Cells row) {
    if (hasUnknownDay || !dice.chance(0.05)) {
      return row;
    }
    hasUnknownDay = true;
    return row.with("dodsdat", row.at("dodsdat").substring(0, 8) + "00");
  }

  /** What is odd about a row that otherwise is as it should be. */
  Optional<Planted> oddity(Cells row) {
    if (row.at("dodsdat").endsWith("-00")) {
      return Optional.of(odd("an unknown day of death", "the 15th, with a precision flag"));
    }
    if (row.at("kontakt_id").startsWith("EFTER")) {
      return Optional.of(odd("a contact after death", "kept"));
    }
    return Optional.empty();
  }

  private static Planted odd(String what, String reason) {
    return new Planted("", 0, 1, what, Expect.ACCEPTED, reason);
  }

  /** One municipality forgets a month. */
  boolean isMissing(Cells row) {
    String month = region.fromYear() + 3 + "-05";
    boolean isForgotten =
        switch (delivery.table()) {
          case EB -> isFrom("vannas") && row.at("manad").equals(month);
          case KHSL -> isFrom("robertsfors") && row.at("datum").startsWith(month);
          default -> false;
        };
    if (isForgotten) {
      count("the month " + month + " is missing", Expect.MISSING, "rows that were never sent");
    }
    return isForgotten;
  }

  private boolean isFrom(String municipality) {
    return delivery.path().contains("/" + municipality);
  }

  /** Whether the municipality also sends somebody whom the population register does not know. */
  boolean hasStranger(Cells row) {
    boolean isMunicipal =
        switch (delivery.table()) {
          case SOL, KHSL, LSS, EB, BU -> true;
          default -> false;
        };
    return isMunicipal && row.isKnown("lopnr") && dice.chance(0.03);
  }

  Cells stranger(Cells row) {
    count("a person unknown to the population register", "kept, lowers the link rate");
    long number = Dice.mixed(row.at("lopnr").hashCode()) >>> 4;
    return row.with("lopnr", new Pseudonyms(~region.seed()).person(number));
  }

  private void correct(Cells row) {
    int year = region.toYear() - 1;
    if (!delivery.path().contains(Integer.toString(year))
        || corrections.size() >= MOST_CORRECTIONS) {
      return;
    }
    if (delivery.table() == Table.PAR_SLUTENVARD
        && !row.at("hdia").equals("R539")
        && dice.chance(0.01)) {
      corrections.add(row.with("hdia", "R539"));
    } else if (delivery.table() == Table.PV_KONTAKT
        && !row.at("dia1").equals("Z000")
        && dice.chance(0.001)) {
      corrections.add(row.with("dia1", "Z000"));
    } else if (delivery.table() == Table.SOL && !row.isKnown("tom") && dice.chance(0.05)) {
      corrections.add(row.with("tom", region.asOf().toString()));
    }
  }

  private void count(String what, String reason) {
    count(what, Expect.ACCEPTED, reason);
  }

  private void count(String what, Expect expect, String reason) {
    counted.merge(
        what,
        new Planted("", 0, 1, what, expect, reason),
        (all, one) -> new Planted("", 0, all.rows() + 1, what, expect, reason));
  }
}
