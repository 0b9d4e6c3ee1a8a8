-- The conditions that a person has on the measure day where diagnoses on several days are asked for.
-- Grain: one row per person and period, and none at all unless the setting
--   choices.condition-occurrences asks for more than one day.
-- Columns: for each grouper the mask of the conditions with diagnoses on enough days, 0 for none.
-- Sources: diagnosis (inpatient, specialist outpatient, every primary care contact), code_mask,
--   group_bit, choice.
-- Choices: external causes are no diagnoses.
-- Reach: the person's rows until the period ends.
-- Authority: measures.md section 2, conditions.
with condition as (
  select
    diagnosis.person,
    period.period,
    code_mask.code_list,
    group_bit.bit
  from choice
  cross join diagnosis
  join code_mask
    on code_mask.code = diagnosis.code
  join group_bit
    on group_bit.code_list = code_mask.code_list
    and (code_mask.mask & group_bit.bit) <> 0
  join period
    on diagnosis.diagnosed_day > period.look_back_after_day
    and diagnosis.diagnosed_day <= period.last_day
  where choice.condition_occurrences > 1
    and diagnosis.place <> 'external'
  group by
    diagnosis.person,
    period.period,
    code_mask.code_list,
    group_bit.bit,
    choice.condition_occurrences
  having count(distinct diagnosis.diagnosed_day) >= choice.condition_occurrences
)
select
  person,
  period,
  bit_or(case when code_list = 'calderon60' then bit else 0 end) as calderon60,
  bit_or(case when code_list = 'multicare46' then bit else 0 end) as multicare46,
  bit_or(case when code_list = 'ho2022' then bit else 0 end) as ho2022,
  bit_or(case when code_list = 'barnett40' then bit else 0 end) as barnett40
from condition
group by
  person,
  period
