-- Hospital Frailty Risk Score on the measure day.
-- Grain: one row per person and period.
-- Facts: hfrs is the sum of the points of the different categories of three characters,
--   in exact tenths.
-- Sources: diagnosis (inpatient, every position, external causes too), code_group.
-- Reach: the person's rows until the period ends.
-- Authority: measures.md section 2, hfrs; 10.1016/S0140-6736(18)30668-8.
with category as (
  select distinct
    diagnosis.person,
    period.period,
    code_group.code_group,
    code_group.weight
  from diagnosis
  join code_group
    on code_group.code_list = 'hfrs'
    and code_group.code = diagnosis.code
  join period
    on diagnosis.diagnosed_day > period.frailty_look_back_after_day
    and diagnosis.diagnosed_day <= period.last_day
  where diagnosis.source = 'inpatient'
)
select
  person,
  period,
  cast(sum(weight) as decimal(9, 1)) as hfrs
from category
group by
  person,
  period
