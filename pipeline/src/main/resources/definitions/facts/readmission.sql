-- Discharges after which an unplanned admission is looked for.
-- Grain: one row per person and period.
-- Facts: index_discharges belong to the period of the day of discharge; readmitted_discharges are
--   those of them with an unplanned admission 1 to 30 days later.
-- Sources: hospital_stay, death, night, excluded_diagnosis.
-- Choices: not tumours (C00-C97), other medical care (Z51), pregnancy and childbirth (O00-O99)
--   (setting choices.readmission-excludes); a readmission may itself be an index; discharges of the
--   last 30 days told of are left out.
-- Authority: measures.md section 3, READM30.
with index_discharge as (
  select
    hospital_stay.person,
    hospital_stay.discharged_day,
    coalesce(substring(hospital_stay.main_diagnosis, 1, 3), '') as category
  from hospital_stay
  cross join night
  left join death
    on death.person = hospital_stay.person
    and death.died_day <= hospital_stay.discharged_day
  where hospital_stay.discharged_day <= night.data_through_day - 30
    and coalesce(hospital_stay.discharged_to, 0) <> 4
    and death.person is null
),
followed as (
  select
    index_discharge.person,
    index_discharge.discharged_day,
    max(case when later.person is null then 0 else 1 end) as is_readmitted
  from index_discharge
  left join hospital_stay as later
    on later.person = index_discharge.person
    and later.admission_kind = 2
    and later.admitted_day >= index_discharge.discharged_day + 1
    and later.admitted_day <= index_discharge.discharged_day + 30
  left join excluded_diagnosis
    on index_discharge.category between excluded_diagnosis.first_category
      and excluded_diagnosis.last_category
  where excluded_diagnosis.first_category is null
  group by
    index_discharge.person,
    index_discharge.discharged_day
)
select
  followed.person,
  period.period,
  count(*) as index_discharges,
  cast(sum(followed.is_readmitted) as bigint) as readmitted_discharges
from followed
join period
  on followed.discharged_day >= period.first_day
  and followed.discharged_day <= period.last_day
group by
  followed.person,
  period.period
