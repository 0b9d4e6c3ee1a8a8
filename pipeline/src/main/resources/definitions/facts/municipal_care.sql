-- Municipal health care in the period.
-- Grain: one row per person and period.
-- Facts: municipal_care_acts are all rows delivered.
-- Sources: municipal_care_act.
-- Reach: the person's rows until the period ends.
-- Authority: measures.md section 3, BOTH65 and KHSL65.
select
  municipal_care_act.person,
  period.period,
  count(*) as municipal_care_acts
from municipal_care_act
join period
  on municipal_care_act.act_day >= period.first_day
  and municipal_care_act.act_day <= period.last_day
group by
  municipal_care_act.person,
  period.period
