package se.jamlik.reports;

import java.util.Locale;

/** The languages reports can be written in. */
public enum Language {
  /** Swedish. */
  SV("sv-SE"),
  /** English. */
  EN("en-GB");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The language as a document names it. */
  public String tag() {
    return tag;
  }

  /** The part of a resource's name that belongs to the language. */
  public String suffix() {
    return name().toLowerCase(Locale.ROOT);
  }
}
