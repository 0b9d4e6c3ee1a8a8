package se.jamlik.jobs.reference;

import java.math.BigDecimal;
import java.util.Set;

/** What was true of one person, or happened to the person, in one period. */
record ReferenceFacts(
    Illness illness,
    Hospital hospital,
    Discharges discharges,
    Drugs drugs,
    Clinics clinics,
    Municipal municipal,
    Households households,
    BigDecimal cost) {

  record Illness(Set<String> conditions, int charlson, BigDecimal frailty) {}

  record Hospital(
      boolean isUnplanned,
      boolean isMultimorbid,
      boolean isExtensive,
      long avoidable,
      long afterFalls,
      boolean isSelfHarm) {}

  record Discharges(
      long followed30,
      long readmitted,
      long followed14,
      long metInPrimaryCare,
      long toMunicipalCare,
      long metByMunicipalCare,
      long ready,
      long daysReady) {}

  record Drugs(Set<String> inUse, Set<String> dispensed) {
    long inUseOf(ReferenceCodeList list) {
      return inUse.stream().filter(list::holds).count();
    }

    boolean isDispensed(ReferenceCodeList list) {
      return dispensed.stream().anyMatch(list::holds);
    }

    boolean isDispensed(String prefix) {
      return dispensed.stream().anyMatch(drug -> drug.startsWith(prefix));
    }

    boolean isAntipsychoticInUse() {
      return inUse.stream().anyMatch(drug -> drug.startsWith("N05A") && !drug.startsWith("N05AN"));
    }
  }

  record Clinics(
      long emergencyVisits,
      boolean meetsDoctorOrNurse,
      ReferencePrimaryCare.Continuity continuity,
      boolean isListed,
      boolean hasNamedDoctor,
      boolean hasMentalDiagnosis,
      boolean isInPsychiatry) {}

  record Municipal(
      boolean isExtensive,
      boolean isBesideRegional,
      long homeCareMonths,
      long housingMonths,
      boolean hasAct,
      boolean hasPlan,
      boolean isPlaced) {}

  record Households(boolean hasOwnAssistance, boolean hasAnyAssistance) {}

  static ReferenceFacts of(
      ReferencePerson person,
      ReferencePeriod period,
      ReferenceConditions conditions,
      boolean isHouseholdAssisted) {
    boolean hasOwnAssistance = person.municipalCare().hasAssistance(period);
    return new ReferenceFacts(
        illness(person, period, conditions),
        hospital(person, period, conditions),
        discharges(person, period),
        new Drugs(person.drugsInUse(period), person.drugsDispensed(period)),
        clinics(person, period),
        municipal(person, period),
        new Households(hasOwnAssistance, hasOwnAssistance || isHouseholdAssisted),
        person.cost(period));
  }

  private static Illness illness(
      ReferencePerson person, ReferencePeriod period, ReferenceConditions conditions) {
    Set<String> codes = person.codesInLookBack(period);
    return new Illness(
        conditions.conditions(codes),
        conditions.charlsonIndex(codes),
        conditions.frailty(person.hospital().codesOfTwoYears(period)));
  }

  private static Hospital hospital(
      ReferencePerson person, ReferencePeriod period, ReferenceConditions conditions) {
    ReferenceHospital hospital = person.hospital();
    return new Hospital(
        hospital.hasUnplannedAdmission(period),
        hospital.isMultimorbid(period),
        person.hasExtensiveHealthCare(period),
        hospital.avoidableAdmissions(period, conditions),
        hospital.admissionsAfterFalls(period),
        hospital.hasHarmedThemselves(period));
  }

  private static Discharges discharges(ReferencePerson person, ReferencePeriod period) {
    var ready = person.municipalCare().daysReadyForDischarge(period);
    return new Discharges(
        person.hospital().indexDischarges(period, 30).size(),
        person.hospital().readmittedDischarges(period),
        person.hospital().indexDischarges(period, 14).size(),
        person.dischargesMetInPrimaryCare(period),
        person.dischargesToMunicipalCare(period).size(),
        person.dischargesMetByMunicipalCare(period),
        ready.stream().filter(days -> days >= 1).count(),
        ready.stream().mapToLong(Long::longValue).sum());
  }

  private static Clinics clinics(ReferencePerson person, ReferencePeriod period) {
    return new Clinics(
        person.emergencyVisits(period),
        person.primaryCare().meetsDoctorOrNurse(period),
        person.primaryCare().continuity(period),
        person.isListedOn(period.measureDay()),
        person.hasNamedDoctorOn(period.measureDay()),
        person.hasMentalDiagnosis(period),
        person.isInPsychiatry(period));
  }

  private static Municipal municipal(ReferencePerson person, ReferencePeriod period) {
    ReferenceMunicipalCare care = person.municipalCare();
    return new Municipal(
        care.isExtensive(period),
        person.hasBothMunicipalAndRegionalCare(period),
        care.homeCareMonths(period),
        care.months(period, "SABO"),
        care.hasAct(period),
        care.hasPlan(period),
        care.isPlaced(period));
  }

  boolean isCore() {
    return hospital.isExtensive() && municipal.isExtensive();
  }

  boolean isExtensive() {
    return hospital.isExtensive() || municipal.isExtensive();
  }
}
