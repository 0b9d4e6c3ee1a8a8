-- Coordinated individual plans (SIP) drawn up in the period.
-- Grain: one row per person and period.
-- Facts: has_new_care_plan tells of at least one.
-- Sources: care_plan.
-- Reach: the person's rows until the period ends.
-- Authority: measures.md section 3, SIPCORE.
select
  care_plan.person,
  period.period,
  true as has_new_care_plan
from care_plan
join period
  on care_plan.drawn_up_day >= period.first_day
  and care_plan.drawn_up_day <= period.last_day
group by
  care_plan.person,
  period.period
