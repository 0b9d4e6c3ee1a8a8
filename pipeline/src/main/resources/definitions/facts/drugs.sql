-- Drugs in use on the measure day.
-- Grain: one row per person and period.
-- Facts: drugs_in_use is the number of different substances (ATC of exactly seven characters) whose
--   cover includes the measure day; uses_inappropriate_drug and uses_antipsychotic tell of one that
--   the elderly should avoid, and of one against psychoses, among them.
-- Sources: dispensing, after corrections have been netted out; code_group, choice.
-- Choices: drugs for the skin (ATC group D, setting choices.left-out-drugs) are left out; how long a
--   drug of unknown doses lasts (choices.unknown-dose-days) is decided where dispensings are linked.
-- Reach: the person's rows until the period ends.
-- Authority: measures.md section 2, drugs, and section 3, OLAMP75 and ANTIPSY75.
with in_use as (
  select distinct
    dispensing.person,
    period.period,
    dispensing.atc
  from dispensing
  join period
    on dispensing.dispensed_day <= period.last_day
    and dispensing.dispensed_day + dispensing.days > period.last_day
  cross join choice
  where length(dispensing.atc) = 7
    and position(substring(dispensing.atc, 1, 1) in choice.left_out_drugs) = 0
)
select
  in_use.person,
  in_use.period,
  count(distinct in_use.atc) as drugs_in_use,
  coalesce(bool_or(code_group.code_list = 'inappropriate_drugs_75'), false)
    as uses_inappropriate_drug,
  coalesce(bool_or(code_group.code_group = 'antipsychotics'), false) as uses_antipsychotic
from in_use
left join code_group
  on code_group.code = in_use.atc
  and code_group.code_list in ('inappropriate_drugs_75', 'antipsychotics')
group by
  in_use.person,
  in_use.period
