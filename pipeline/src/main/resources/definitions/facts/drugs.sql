-- Drugs in use on the measure day.
-- Grain: one row per person and period.
-- Facts: drugs_in_use is the number of different substances (ATC of exactly seven characters) whose
--   cover includes the measure day.
-- Sources: dispensing, after corrections have been netted out; choice.
-- Choices: drugs for the skin (ATC group D, setting choices.left-out-drugs) are left out; how long a
--   drug of unknown doses lasts (choices.unknown-dose-days) is decided where dispensings are linked.
-- Authority: measures.md section 2, drugs.
select
  dispensing.person,
  period.period,
  count(distinct dispensing.atc) as drugs_in_use
from dispensing
join period
  on dispensing.dispensed_day <= period.last_day
  and dispensing.dispensed_day + dispensing.days > period.last_day
cross join choice
where length(dispensing.atc) = 7
  and position(substring(dispensing.atc, 1, 1) in choice.left_out_drugs) = 0
group by
  dispensing.person,
  period.period
