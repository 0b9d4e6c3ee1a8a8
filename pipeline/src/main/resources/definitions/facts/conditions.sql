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
)
select
  person,
  period,
  calderon60 as calderon60_mask,
  multicare46 as multicare46_mask,
  ho2022 as ho2022_mask,
  barnett40 as barnett40_mask,
  cast(bit_count(calderon60) as int) as condition_count,
  cast(bit_count(multicare46) as int) as multicare46_count,
  cast(bit_count(ho2022) as int) as ho2022_count,
  cast(bit_count(barnett40) as int) as barnett40_count,
  (calderon60 & mental.mask) <> 0 and (calderon60 & ~mental.mask) <> 0
    as has_mental_and_other_condition,
  calderon60 & mental.mask as mental_mask
from diagnosed_groups
cross join mental
