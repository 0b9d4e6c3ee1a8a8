package se.jamlik.jobs.reference;

/** The scope, or a municipality by its code. */
record ReferenceArea(String level, String code) {
  static final ReferenceArea SCOPE = new ReferenceArea("scope", "scope");

  static ReferenceArea of(ReferencePersonPeriod person) {
    return new ReferenceArea("municipality", person.municipality());
  }
}
