package se.jamlik.pipeline.vocabulary;

import static se.jamlik.pipeline.vocabulary.ProtectionRules.LEAST_CHANGE;
import static se.jamlik.pipeline.vocabulary.ProtectionRules.LEAST_DENOMINATOR;
import static se.jamlik.pipeline.vocabulary.ProtectionRules.LEAST_NEVER_SHOWN;
import static se.jamlik.pipeline.vocabulary.ProtectionRules.LEAST_SHOWN;
import static se.jamlik.pipeline.vocabulary.ProtectionRules.LEAST_VARIANCE;

import java.util.List;
import java.util.function.ToIntFunction;

/** All keys of the night's settings: the one place where a key is named. */
public final class NightSettings {
  /** Counts are changed at least so much, or there is nothing left of the method. */
  private static final double SMALLEST_VARIANCE = 0.1;

  public static final Setting<List<String>> MUNICIPALITIES =
      Setting.of(
          "scope.municipalities",
          "",
          SettingForm.someOf(code -> code.matches("[0-9]{4}"), "codes of four digits"),
          settings -> settings.scope().municipalities(),
          "The municipalities whose inhabitants are counted.");
  public static final Setting<String> SCOPE_NAME =
      Setting.of(
          "scope.name",
          "",
          SettingForm.text(),
          settings -> settings.scope().name(),
          "What the municipalities are called together, on the reports.");
  public static final Setting<String> REGION =
      Setting.of(
          "scope.region",
          "",
          SettingForm.text(),
          settings -> settings.scope().region(),
          "Name of the region, on the reports.");
  public static final Setting<Double> MOST_QUARANTINED =
      Setting.of(
          "quality.most-quarantined",
          "share of a file's rows",
          SettingForm.share(),
          settings -> settings.quality().mostQuarantined(),
          "More rows set aside stop the night.");
  public static final Setting<Double> LEAST_LINKED =
      Setting.of(
          "quality.least-linked",
          "share of a table's rows",
          SettingForm.share(),
          settings -> settings.quality().leastLinked(),
          "Fewer rows that belong to somebody in the population stop the night.");
  public static final Setting<Double> EXPECTED_LINKED =
      Setting.of(
          "quality.expected-linked",
          "share of a table's rows",
          SettingForm.share(),
          settings -> settings.quality().expectedLinked(),
          "Fewer rows that belong to somebody give a warning.");
  public static final Setting<Boolean> UNSAFE =
      Setting.of(
          "protect.unsafe",
          "",
          SettingForm.truth(),
          settings -> settings.protect().isUnsafe(),
          "Must be true where one of the five below is weaker than the contract's, and then alone; the release says so.");
  public static final Setting<Integer> SMALLEST_SHOWN =
      Setting.of(
              "protect.smallest-shown",
              "persons",
              SettingForm.whole(LEAST_SHOWN, 100),
              settings -> settings.protect().smallestShown(),
              "The smallest count of persons that is shown.")
          .orUnsafe(SettingForm.whole(1, 100));
  public static final Setting<Integer> SMALLEST_DENOMINATOR =
      Setting.of(
              "protect.smallest-denominator",
              "persons",
              SettingForm.whole(LEAST_DENOMINATOR, 1000),
              settings -> settings.protect().smallestDenominator(),
              "The smallest denominator under which a value is shown.")
          .orUnsafe(SettingForm.whole(1, 1000));
  public static final Setting<Integer> LARGEST_CHANGE =
      Setting.of(
              "protect.largest-change",
              "persons",
              SettingForm.whole(LEAST_CHANGE, 20),
              settings -> settings.protect().largestChange(),
              "Most persons that a count is changed by.")
          .orUnsafe(SettingForm.whole(1, 20));
  public static final Setting<Double> VARIANCE =
      Setting.of(
              "protect.variance",
              "persons squared",
              SettingForm.number(LEAST_VARIANCE, 20, "a number from 3 to 20"),
              settings -> settings.protect().variance(),
              "Variance of the change; less than largest-change.")
          .orUnsafe(SettingForm.number(SMALLEST_VARIANCE, 20, "a number from 0.1 to 20"));
  public static final Setting<Integer> NEVER_SHOWN =
      Setting.of(
              "protect.never-shown",
              "persons",
              SettingForm.whole(LEAST_NEVER_SHOWN, 4),
              settings -> settings.protect().neverShown(),
              "Counts from 1 to this never come out of the change.")
          .orUnsafe(SettingForm.whole(0, 4));
  public static final Setting<List<String>> GROUPERS =
      Setting.of(
          "groupers",
          "",
          SettingForm.someOf(Settings.ALL_GROUPERS::contains, "known groupers"),
          Settings::groupers,
          "Code lists by which conditions are counted: "
              + String.join(", ", Settings.ALL_GROUPERS)
              + ".");
  public static final Setting<Integer> CONDITION_OCCURRENCES =
      Setting.of(
          "choices.condition-occurrences",
          "days",
          SettingForm.whole(1, 100),
          settings -> settings.choices().conditionOccurrences(),
          "Different days with a diagnosis of a group, before the condition counts.");
  public static final Setting<Settings.StayRow> STAY_MAIN_ROW =
      Setting.of(
          "choices.stay-main-row",
          "",
          SettingForm.oneOf(Settings.StayRow.values(), "first or last"),
          settings -> settings.choices().stayMainRow(),
          "The row of a hospital stay that gives main diagnosis and kind of admission.");
  public static final Setting<Integer> UNKNOWN_DOSE_DAYS =
      Setting.of(
          "choices.unknown-dose-days",
          "days",
          SettingForm.whole(1, 120),
          settings -> settings.choices().unknownDoseDays(),
          "How long a dispensing lasts when its daily doses are not known.");
  public static final Setting<List<String>> LEFT_OUT_DRUGS =
      Setting.of(
          "choices.left-out-drugs",
          "",
          SettingForm.list(letter -> letter.matches("[A-Z]"), "letters of ATC groups"),
          settings -> settings.choices().leftOutDrugs(),
          "ATC groups that are no drugs in use.");
  public static final Setting<List<String>> READMISSION_EXCLUDES =
      Setting.of(
          "choices.readmission-excludes",
          "",
          SettingForm.list(
              range -> range.matches("[A-Z][0-9]{2}(-[A-Z][0-9]{2})?"),
              "ICD-10 categories such as Z51 or C00-C97"),
          settings -> settings.choices().readmissionExcludes(),
          "Main diagnoses after which no readmission is looked for.");
  public static final Setting<Integer> BED_DAY =
      cost("bed-day", Settings.Costs::bedDay, "A day in hospital.");
  public static final Setting<Integer> ADMISSION =
      cost("admission", Settings.Costs::admission, "An admission to hospital.");
  public static final Setting<Integer> EMERGENCY_VISIT =
      cost("emergency-visit", Settings.Costs::emergencyVisit, "A visit to an emergency ward.");
  public static final Setting<Integer> OUTPATIENT_VISIT =
      cost("outpatient-visit", Settings.Costs::outpatientVisit, "Another visit to a hospital.");
  public static final Setting<Integer> DOCTOR_CONTACT =
      cost("doctor-contact", Settings.Costs::doctorContact, "A doctor's contact in primary care.");
  public static final Setting<Integer> OTHER_CONTACT =
      cost("other-contact", Settings.Costs::otherContact, "Another contact in primary care.");
  public static final Setting<Integer> HOME_CARE_HOUR =
      cost("home-care-hour", Settings.Costs::homeCareHour, "An hour of home care.");
  public static final Setting<Integer> SPECIAL_HOUSING_DAY =
      cost("special-housing-day", Settings.Costs::specialHousingDay, "A day in special housing.");
  public static final Setting<Integer> SHORT_STAY_DAY =
      cost("short-stay-day", Settings.Costs::shortStayDay, "A day in short-stay housing.");
  public static final Setting<Integer> MUNICIPAL_CARE_ACT =
      cost("municipal-care-act", Settings.Costs::municipalCareAct, "An act of municipal care.");
  public static final Setting<String> REFERENCE =
      Setting.of(
          "signals.reference",
          "",
          SettingForm.name("scope, or an area of the reference values such as riket"),
          settings -> settings.signals().reference(),
          "What municipalities are held against.");
  public static final Setting<String> PURPOSE =
      Setting.of(
          "legal.purpose",
          "",
          SettingForm.given(),
          settings -> settings.legal().purpose(),
          "What the data of real persons are used for; a night without it warns.");
  public static final Setting<String> BASIS =
      Setting.of(
          "legal.basis",
          "",
          SettingForm.given(),
          settings -> settings.legal().basis(),
          "The law, and the agreement of the controllers.");
  public static final Setting<String> DECISION =
      Setting.of(
          "legal.decision",
          "",
          SettingForm.given(),
          settings -> settings.legal().decision(),
          "Number of the decision.");
  public static final Setting<String> ERASE_BY =
      Setting.of(
          "legal.erase-by",
          "",
          SettingForm.day(),
          settings -> settings.legal().eraseBy(),
          "The day by which the data are to be erased.");
  public static final Setting<Integer> YEARS_OF_LOGS =
      Setting.of(
          "legal.years-of-logs",
          "years",
          SettingForm.whole(5, 100),
          settings -> settings.legal().yearsOfLogs(),
          "How long run records and the log of extracts are kept; then prune deletes them.");
  public static final Setting<Integer> OLDEST_RELEASE_HOURS =
      Setting.of(
          Settings.Operations.GROUP + "oldest-release-hours",
          "hours",
          SettingForm.whole(1, 10_000),
          settings -> settings.operations().oldestReleaseHours(),
          "How long ago the newest release may have been made or found right, for status.");
  public static final Setting<String> LINEAGE =
      Setting.of(
          Settings.Operations.GROUP + "lineage",
          "",
          SettingForm.text(),
          settings -> settings.operations().lineage(),
          "File that OpenLineage events of what is read and written are added to; none when empty.");
  public static final Setting<String> MIRROR =
      Setting.of(
          Settings.Operations.GROUP + "mirror",
          "",
          SettingForm.address(),
          settings -> settings.operations().mirror(),
          "Folder on another file system that every release is copied to (docs/cluster.md); none when empty.");
  public static final Setting<Integer> BUCKETS =
      Setting.of(
          "buckets",
          "parts",
          SettingForm.whole(1, 1024),
          Settings::buckets,
          "Parts that person-level tables are written in.");

  /** In the order in which they are read and documented. */
  public static final List<Setting<?>> ALL =
      List.of(
          MUNICIPALITIES,
          SCOPE_NAME,
          REGION,
          MOST_QUARANTINED,
          LEAST_LINKED,
          EXPECTED_LINKED,
          UNSAFE,
          SMALLEST_SHOWN,
          SMALLEST_DENOMINATOR,
          LARGEST_CHANGE,
          VARIANCE,
          NEVER_SHOWN,
          GROUPERS,
          CONDITION_OCCURRENCES,
          STAY_MAIN_ROW,
          UNKNOWN_DOSE_DAYS,
          LEFT_OUT_DRUGS,
          READMISSION_EXCLUDES,
          BED_DAY,
          ADMISSION,
          EMERGENCY_VISIT,
          OUTPATIENT_VISIT,
          DOCTOR_CONTACT,
          OTHER_CONTACT,
          HOME_CARE_HOUR,
          SPECIAL_HOUSING_DAY,
          SHORT_STAY_DAY,
          MUNICIPAL_CARE_ACT,
          REFERENCE,
          PURPOSE,
          BASIS,
          DECISION,
          ERASE_BY,
          YEARS_OF_LOGS,
          OLDEST_RELEASE_HOURS,
          LINEAGE,
          MIRROR,
          BUCKETS);

  private NightSettings() {}

  private static Setting<Integer> cost(
      String name, ToIntFunction<Settings.Costs> place, String meaning) {
    return Setting.of(
        "costs." + name,
        "SEK",
        SettingForm.whole(0, 1_000_000),
        settings -> place.applyAsInt(settings.costs()),
        meaning + " A placeholder.");
  }
}
