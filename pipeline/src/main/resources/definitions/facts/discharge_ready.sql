-- Days in hospital after a patient was ready to leave it.
-- Grain: one row per person and period.
-- Facts: days_ready_for_discharge belong to the period of the day of discharge, and are counted from
--   the day of being ready; waits_for_discharge are the rows with at least one such day.
-- Sources: discharge_ready.
-- Choices: a row that was withdrawn, or has no discharge, counts as none.
-- Reach: the person's rows until the period ends.
-- Authority: measures.md section 3, UKDAYS and UKMEAN.
select
  discharge_ready.person,
  period.period,
  cast(sum(discharge_ready.discharged_day - discharge_ready.ready_day) as bigint)
    as days_ready_for_discharge,
  cast(
    sum(case when discharge_ready.discharged_day > discharge_ready.ready_day then 1 else 0 end)
    as bigint
  ) as waits_for_discharge
from discharge_ready
join period
  on discharge_ready.discharged_day >= period.first_day
  and discharge_ready.discharged_day <= period.last_day
where discharge_ready.withdrawn_day is null
group by
  discharge_ready.person,
  period.period
