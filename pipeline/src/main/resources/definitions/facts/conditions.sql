-- Chronic conditions on the measure day, by the sixty groups of Calderón-Larrañaga.
-- Grain: one row per person and period.
-- Facts: condition_count is the number of groups; calderon60_mask holds a bit for each group, in
--   the alphabetical order of the groups.
-- Sources: diagnosed_groups.
-- Authority: measures.md section 2, conditions; 10.1093/gerona/glw233.
select
  person,
  period,
  mask as calderon60_mask,
  cast(bit_count(mask) as int) as condition_count
from diagnosed_groups
where code_list = 'calderon60'
