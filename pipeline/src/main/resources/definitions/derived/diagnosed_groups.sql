-- The groups of diagnoses that a person has on the measure day.
-- Grain: one row per person, period and code list.
-- Sources: diagnosis (inpatient, specialist outpatient, every primary care contact), code_mask,
--   group_bit, choice.
-- Choices: one occurrence in five years is enough for a condition, or diagnoses on as many days as
--   the setting choices.condition-occurrences says; external causes are no diagnoses.
-- Reach: the person's rows until the period ends.
-- Authority: measures.md section 2, conditions, charlson and elixhauser.
with diagnosed as (
  select
    diagnosis.person,
    period.period,
    diagnosis.diagnosed_day,
    code_mask.code_list,
    code_mask.mask,
    case
      when code_mask.code_list in ('charlson_se', 'charlson_quan', 'elixhauser') then 1
      else choice.condition_occurrences
    end as occurrences
  from diagnosis
  join code_mask
    on code_mask.code = diagnosis.code
  join period
    on diagnosis.diagnosed_day > period.look_back_after_day
    and diagnosis.diagnosed_day <= period.last_day
  cross join choice
  where diagnosis.place <> 'external'
    and code_mask.code_list in (
      'calderon60', 'multicare46', 'ho2022', 'barnett40',
      'charlson_se', 'charlson_quan', 'elixhauser'
    )
),
-- The groups with diagnoses on enough days, where more than one is asked for.
repeated as (
  select
    diagnosed.person,
    diagnosed.period,
    diagnosed.code_list,
    group_bit.bit
  from diagnosed
  join group_bit
    on group_bit.code_list = diagnosed.code_list
    and (diagnosed.mask & group_bit.bit) <> 0
  where diagnosed.occurrences > 1
  group by
    diagnosed.person,
    diagnosed.period,
    diagnosed.code_list,
    diagnosed.occurrences,
    group_bit.bit
  having count(distinct diagnosed.diagnosed_day) >= diagnosed.occurrences
)
select
  person,
  period,
  code_list,
  bit_or(mask) as mask
from diagnosed
where occurrences = 1
group by
  person,
  period,
  code_list
union all
select
  person,
  period,
  code_list,
  bit_or(bit) as mask
from repeated
group by
  person,
  period,
  code_list
