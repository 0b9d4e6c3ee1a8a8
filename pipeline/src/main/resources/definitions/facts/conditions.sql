-- Chronic conditions on the measure day, by each grouper.
-- Grain: one row per person and period.
-- Facts: condition_count is the number of groups of Calderón-Larrañaga's sixty, multicare46_count,
--   ho2022_count and barnett40_count those of the other groupers, 0 unless the settings ask for
--   them; a mask holds a bit for each group, in the alphabetical order of the groups;
--   has_mental_and_other_condition tells of a group of mental conditions and one that is not;
--   mental_mask holds those bits of calderon60_mask that are mental conditions.
-- Sources: diagnosed_groups, group_bit.
-- Reach: the person's rows until the period ends.
-- Authority: measures.md section 2, conditions, and section 3, MMPM; 10.1093/gerona/glw233.
with mental as (
  select bit_or(bit) as mask
  from group_bit
  where code_list = 'calderon60'
    and code_group in (
      'Dementia',
      'Depression and mood diseases',
      'Neurotic, stress-related and somatoform diseases',
      'Schizophrenia and delusional diseases',
      'Other psychiatric and behavioral diseases'
    )
),
side_by_side as (
  select
    person,
    period,
    max(case when code_list = 'calderon60' then mask end) as calderon60,
    max(case when code_list = 'multicare46' then mask end) as multicare46,
    max(case when code_list = 'ho2022' then mask end) as ho2022,
    max(case when code_list = 'barnett40' then mask end) as barnett40
  from diagnosed_groups
  group by
    person,
    period
)
select
  person,
  period,
  coalesce(calderon60, 0) as calderon60_mask,
  coalesce(multicare46, 0) as multicare46_mask,
  coalesce(ho2022, 0) as ho2022_mask,
  coalesce(barnett40, 0) as barnett40_mask,
  cast(bit_count(coalesce(calderon60, 0)) as int) as condition_count,
  cast(bit_count(coalesce(multicare46, 0)) as int) as multicare46_count,
  cast(bit_count(coalesce(ho2022, 0)) as int) as ho2022_count,
  cast(bit_count(coalesce(barnett40, 0)) as int) as barnett40_count,
  coalesce((calderon60 & mental.mask) <> 0, false)
    and coalesce((calderon60 & ~mental.mask) <> 0, false) as has_mental_and_other_condition,
  coalesce(calderon60 & mental.mask, 0) as mental_mask
from side_by_side
cross join mental
