-- Discharges after which further care is looked for.
-- Grain: one row per person and discharge; no two of a person share a day.
-- Sources: hospital_stay, death, night, excluded_diagnosis.
-- Columns: told_days are the days after the discharge that the inpatient table tells of, at most 60:
--   nobody looks further, and what happened long ago is the same from night to night.
-- Choices: not tumours (C00-C97), other medical care (Z51), pregnancy and childbirth (O00-O99)
--   (setting choices.readmission-excludes); a readmission may itself be an index.
-- Reach: the person's rows.
-- Authority: measures.md section 3, READM30 and PCFU14.
with discharge as (
  select
    hospital_stay.person,
    hospital_stay.discharged_day,
    least(night.data_through_day - hospital_stay.discharged_day, 60) as told_days,
    coalesce(substring(hospital_stay.main_diagnosis, 1, 3), '') as category
  from hospital_stay
  cross join night
  left join death
    on death.person = hospital_stay.person
    and death.died_day <= hospital_stay.discharged_day
  where hospital_stay.discharged_day is not null
    and coalesce(hospital_stay.discharged_to, 0) <> 4
    and death.person is null
)
select
  discharge.person,
  discharge.discharged_day,
  discharge.told_days
from discharge
left join excluded_diagnosis
  on discharge.category between excluded_diagnosis.first_category
    and excluded_diagnosis.last_category
where excluded_diagnosis.first_category is null
