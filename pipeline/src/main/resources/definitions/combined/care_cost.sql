-- What the care of the period costs, in kronor: placeholders, set by the settings costs.
-- Whole kronor and millionths of hours, so that no sum depends on the order of its terms.
-- Authority: measures.md section 2, cost.
cast(
  bed_days * cost.bed_day
  + admissions * cost.admission
  + emergency_visits * cost.emergency_visit
  + (outpatient_visits - emergency_visits) * cost.outpatient_visit
  + primary_doctor_contacts * cost.doctor_contact
  + (primary_care_contacts - primary_doctor_contacts) * cost.other_contact
  + home_care_hours * cost.home_care_hour
  + special_housing_days * cost.special_housing_day
  + short_stay_days * cost.short_stay_day
  + municipal_care_acts * cost.municipal_care_act
  as decimal(20, 6)
)
