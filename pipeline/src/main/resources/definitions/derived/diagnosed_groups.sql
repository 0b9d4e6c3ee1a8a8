-- The groups of diagnoses that a person has on the measure day, by each code list.
-- Grain: one row per person and period with a diagnosis that some list knows.
-- Columns: for each list the mask of its groups, 0 for none.
-- Sources: diagnosis (inpatient, specialist outpatient, every primary care contact), code_mask,
--   group_bit, choice.
-- Choices: one occurrence in five years is enough for a condition, or diagnoses on as many days as
--   the setting choices.condition-occurrences says, which the indices of comorbidity do not ask for;
--   external causes are no diagnoses.
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
  where code_list in (
    'calderon60', 'multicare46', 'ho2022', 'barnett40', 'charlson_se', 'charlson_quan', 'elixhauser'
  )
  group by code
),
diagnosed as (
  select
    diagnosis.person,
    period.period,
    bit_or(code_masks.calderon60) as calderon60,
    bit_or(code_masks.multicare46) as multicare46,
    bit_or(code_masks.ho2022) as ho2022,
    bit_or(code_masks.barnett40) as barnett40,
    bit_or(code_masks.charlson_se) as charlson_se,
    bit_or(code_masks.charlson_quan) as charlson_quan,
    bit_or(code_masks.elixhauser) as elixhauser
  from diagnosis
  join code_masks
    on code_masks.code = diagnosis.code
  join period
    on diagnosis.diagnosed_day > period.look_back_after_day
    and diagnosis.diagnosed_day <= period.last_day
  where diagnosis.place <> 'external'
  group by
    diagnosis.person,
    period.period
),
-- The conditions with diagnoses on enough days, where more than one is asked for.
repeated as (
  select
    diagnosis.person,
    period.period,
    code_mask.code_list,
    group_bit.bit
  from choice
  join diagnosis
    on diagnosis.place <> 'external'
  join code_mask
    on code_mask.code = diagnosis.code
  join group_bit
    on group_bit.code_list = code_mask.code_list
    and (code_mask.mask & group_bit.bit) <> 0
  join period
    on diagnosis.diagnosed_day > period.look_back_after_day
    and diagnosis.diagnosed_day <= period.last_day
  where choice.condition_occurrences > 1
  group by
    diagnosis.person,
    period.period,
    code_mask.code_list,
    group_bit.bit,
    choice.condition_occurrences
  having count(distinct diagnosis.diagnosed_day) >= choice.condition_occurrences
),
repeatedly as (
  select
    person,
    period,
    bit_or(case when code_list = 'calderon60' then bit else 0 end) as calderon60,
    bit_or(case when code_list = 'multicare46' then bit else 0 end) as multicare46,
    bit_or(case when code_list = 'ho2022' then bit else 0 end) as ho2022,
    bit_or(case when code_list = 'barnett40' then bit else 0 end) as barnett40
  from repeated
  group by
    person,
    period
)
select
  diagnosed.person,
  diagnosed.period,
  case when condition_occurrences > 1 then coalesce(repeatedly.calderon60, 0) else diagnosed.calderon60 end
    as calderon60,
  case when condition_occurrences > 1 then coalesce(repeatedly.multicare46, 0) else diagnosed.multicare46 end
    as multicare46,
  case when condition_occurrences > 1 then coalesce(repeatedly.ho2022, 0) else diagnosed.ho2022 end
    as ho2022,
  case when condition_occurrences > 1 then coalesce(repeatedly.barnett40, 0) else diagnosed.barnett40 end
    as barnett40,
  diagnosed.charlson_se,
  diagnosed.charlson_quan,
  diagnosed.elixhauser
from diagnosed
cross join choice
left join repeatedly
  on repeatedly.person = diagnosed.person
  and repeatedly.period = diagnosed.period
