-- Discharges after which an unplanned admission is looked for.
-- Grain: one row per person and period.
-- Facts: index_discharges belong to the period of the day of discharge; readmitted_discharges are
--   those of them with an unplanned admission 1 to 30 days later.
-- Sources: index_discharge, hospital_stay.
-- Choices: discharges of the last 30 days told of are left out.
-- Reach: the person's rows until 30 days after the period.
-- Authority: measures.md section 3, READM30.
with followed as (
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
  where index_discharge.told_days >= 30
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
