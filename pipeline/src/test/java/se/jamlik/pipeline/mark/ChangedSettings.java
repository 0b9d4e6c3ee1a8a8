package se.jamlik.pipeline.mark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.jamlik.pipeline.vocabulary.Settings;

/** Settings of which one is another. */
record ChangedSettings(Settings settings) {

  /** For each setting that mark might know, by its name. */
  Map<String, Settings> byName() {
    Settings.Choices choices = settings.choices();
    Map<String, Settings> byName = new HashMap<>();
    byName.put("choices.condition-occurrences", withOccurrences(2));
    byName.put("choices.stay-main-row", withStayMainRow(Settings.StayRow.LAST));
    byName.put("choices.left-out-drugs", with(List.of("C"), choices.readmissionExcludes()));
    byName.put("choices.readmission-excludes", with(choices.leftOutDrugs(), List.of("Z51")));
    byName.put("costs.bed-day", withBedDay(1));
    byName.put("groupers", withGroupers(Settings.ALL_GROUPERS));
    byName.put("signals.reference", withReference("riket"));
    byName.put("buckets", withBuckets(3));
    return byName;
  }

  Settings withOccurrences(int days) {
    Settings.Choices choices = settings.choices();
    return with(
        new Settings.Choices(
            days,
            choices.stayMainRow(),
            choices.unknownDoseDays(),
            choices.leftOutDrugs(),
            choices.readmissionExcludes()));
  }

  Settings withStayMainRow(Settings.StayRow row) {
    Settings.Choices choices = settings.choices();
    return with(
        new Settings.Choices(
            choices.conditionOccurrences(),
            row,
            choices.unknownDoseDays(),
            choices.leftOutDrugs(),
            choices.readmissionExcludes()));
  }

  Settings withUnknownDoseDays(int days) {
    Settings.Choices choices = settings.choices();
    return with(
        new Settings.Choices(
            choices.conditionOccurrences(),
            choices.stayMainRow(),
            days,
            choices.leftOutDrugs(),
            choices.readmissionExcludes()));
  }

  private Settings with(List<String> leftOutDrugs, List<String> readmissionExcludes) {
    Settings.Choices choices = settings.choices();
    return with(
        new Settings.Choices(
            choices.conditionOccurrences(),
            choices.stayMainRow(),
            choices.unknownDoseDays(),
            leftOutDrugs,
            readmissionExcludes));
  }

  private Settings withBedDay(int kronor) {
    Settings.Costs costs = settings.costs();
    return with(
        settings.groupers(),
        settings.choices(),
        new Settings.Costs(
            kronor,
            costs.admission(),
            costs.emergencyVisit(),
            costs.outpatientVisit(),
            costs.doctorContact(),
            costs.otherContact(),
            costs.homeCareHour(),
            costs.specialHousingDay(),
            costs.shortStayDay(),
            costs.municipalCareAct()),
        settings.signals(),
        settings.buckets());
  }

  private Settings withGroupers(List<String> groupers) {
    return with(
        groupers, settings.choices(), settings.costs(), settings.signals(), settings.buckets());
  }

  private Settings withReference(String area) {
    return with(
        settings.groupers(),
        settings.choices(),
        settings.costs(),
        new Settings.Signals(area),
        settings.buckets());
  }

  Settings withBuckets(int buckets) {
    return with(
        settings.groupers(), settings.choices(), settings.costs(), settings.signals(), buckets);
  }

  private Settings with(Settings.Choices choices) {
    return with(
        settings.groupers(), choices, settings.costs(), settings.signals(), settings.buckets());
  }

  private Settings with(
      List<String> groupers,
      Settings.Choices choices,
      Settings.Costs costs,
      Settings.Signals signals,
      int buckets) {
    return new Settings(
        settings.scope(),
        settings.quality(),
        settings.protect(),
        groupers,
        choices,
        costs,
        signals,
        settings.legal(),
        settings.operations(),
        buckets);
  }
}
