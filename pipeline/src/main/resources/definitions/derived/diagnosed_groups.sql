-- The groups of diagnoses that a person has on the measure day, by each code list.
-- Grain: one row per person and period with a diagnosis that some list knows.
-- Columns: for each list the mask of the groups, 0 for none.
-- Sources: diagnosis (inpatient, specialist outpatient, every primary care contact), code_mask,
--   conditions_on_several_days, choice.
-- Choices: one occurrence in five years is enough for a condition, unless the setting
--   choices.condition-occurrences asks for more; the indices of comorbidity never do. External
--   causes are no diagnoses.
-- Reach: the person's rows until the period ends.
-- Authority: measures.md section 2, conditions, charlson and elixhauser.
with code_masks as (
  select
    code,
    bit_or(case when code_list = 'calderon60' then mask else 0 end) as calderon60,
    bit_or(case when code_list = 'multicare46' then mask else 0 end) as multicare46,
    bit_or(case when code_list = 'ho2022' then mask else 0 end) as ho2022,
    bit_or(case when code_list = 'barnett40' then mask else 0 end) as barnett40,
    bit_or(case when code_list = 'charlson_se' then mask else 0 end) as charlson_se,
    bit_or(case when code_list = 'charlson_quan' then mask else 0 end) as charlson_quan,
    bit_or(case when code_list = 'elixhauser' then mask else 0 end) as elixhauser
  from code_mask
  cross join choice
  where code_list in ('charlson_se', 'charlson_quan', 'elixhauser')
    or (
      choice.condition_occurrences = 1
      and code_list in ('calderon60', 'multicare46', 'ho2022', 'barnett40')
    )
  group by code
),
diagnosed as (
  select
    diagnosis.person,
    period.period,
    calderon60,
    multicare46,
    ho2022,
    barnett40,
    charlson_se,
    charlson_quan,
    elixhauser
  from diagnosis
  join code_masks
    on code_masks.code = diagnosis.code
  join period
    on diagnosis.diagnosed_day > period.look_back_after_day
    and diagnosis.diagnosed_day <= period.last_day
  where diagnosis.place <> 'external'
  union all
  select
    person,
    period,
    calderon60,
    multicare46,
    ho2022,
    barnett40,
    cast(0 as bigint),
    cast(0 as bigint),
    cast(0 as bigint)
  from conditions_on_several_days
)
select
  person,
  period,
  bit_or(calderon60) as calderon60,
  bit_or(multicare46) as multicare46,
  bit_or(ho2022) as ho2022,
  bit_or(barnett40) as barnett40,
  bit_or(charlson_se) as charlson_se,
  bit_or(charlson_quan) as charlson_quan,
  bit_or(elixhauser) as elixhauser
from diagnosed
group by
  person,
  period
