package se.jamlik.reports.release;

import java.time.LocalDate;

/**
 * A period of {@code indicator_value}: a calendar year, rolling twelve months or several years
 * pooled. Both days belong to it.
 */
public record Period(String name, LocalDate firstDay, LocalDate lastDay, boolean isPreliminary) {

  public boolean isCalendarYear() {
    return name.length() == 4 && name.chars().allMatch(Character::isDigit);
  }

  public boolean isRolling() {
    return name.startsWith("R12-");
  }

  public int year() {
    return lastDay.getYear();
  }
}
