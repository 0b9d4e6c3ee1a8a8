-- Admissions of some kinds in the period.
-- Grain: one row per person and period.
-- Facts: unplanned_admissions are those whose kind of admission is 2; fall_admissions those with a
--   fall among the external causes of any of the stay's rows. Both belong to the period of their
--   first day.
-- Sources: hospital_stay, diagnosis, code_mask.
-- Reach: the person's rows.
-- Authority: measures.md section 3, HFRS15 and FALL65.
with fall as (
  select distinct
    diagnosis.person,
    diagnosis.diagnosed_day
  from diagnosis
  join code_mask
    on code_mask.code_list = 'falls'
    and code_mask.code = diagnosis.code
  where diagnosis.source = 'inpatient'
    and diagnosis.place = 'external'
),
-- A row's diagnoses are dated within its stay, and stays of a person never share a day.
stay as (
  select
    hospital_stay.person,
    hospital_stay.admitted_day,
    max(case when hospital_stay.admission_kind = 2 then 1 else 0 end) as is_unplanned,
    max(case when fall.person is null then 0 else 1 end) as is_after_fall
  from hospital_stay
  left join fall
    on fall.person = hospital_stay.person
    and fall.diagnosed_day >= hospital_stay.admitted_day
    and fall.diagnosed_day <= hospital_stay.ended_day
  group by
    hospital_stay.person,
    hospital_stay.admitted_day
)
select
  stay.person,
  period.period,
  cast(sum(stay.is_unplanned) as bigint) as unplanned_admissions,
  cast(sum(stay.is_after_fall) as bigint) as fall_admissions
from stay
join period
  on stay.admitted_day >= period.first_day
  and stay.admitted_day <= period.last_day
group by
  stay.person,
  period.period
