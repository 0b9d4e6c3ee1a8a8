-- Specialist outpatient care in the period.
-- Grain: one row per person and period.
-- Facts: outpatient_visits are all rows; doctor_visits those to a doctor or an unnamed profession;
--   emergency_visits those to a hospital's emergency department.
-- Sources: outpatient_visit.
-- Reach: the person's rows until the period ends.
-- Authority: measures.md section 3, MSA65_CARE, ED80 and BOTH65.
select
  outpatient_visit.person,
  period.period,
  count(*) as outpatient_visits,
  cast(
    sum(case when coalesce(outpatient_visit.profession, 'LAKARE') = 'LAKARE' then 1 else 0 end)
    as bigint
  ) as doctor_visits,
  cast(sum(case when outpatient_visit.emergency = 1 then 1 else 0 end) as bigint)
    as emergency_visits
from outpatient_visit
join period
  on outpatient_visit.visited_day >= period.first_day
  and outpatient_visit.visited_day <= period.last_day
group by
  outpatient_visit.person,
  period.period
