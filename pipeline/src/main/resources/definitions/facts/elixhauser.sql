-- Elixhauser comorbidities on the measure day, by the codes of Quan.
-- Grain: one row per person and period.
-- Facts: elixhauser is the sum of van Walraven's weights over the groups that are left after the
--   hierarchies, elixhauser_swiss that of the Swiss weights; both may be negative.
-- Sources: diagnosed_groups, group_bit.
-- Choices: the graver of two forms of a disease removes the lighter.
-- Reach: the person's rows until the period ends.
-- Authority: measures.md section 2, elixhauser; 10.1097/MLR.0b013e31819432e5.
with bits as (
  select
    max(case when code_group = 'hypc' then bit end) as complicated_hypertension,
    max(case when code_group = 'hypunc' then bit end) as hypertension,
    max(case when code_group = 'diabc' then bit end) as complicated_diabetes,
    max(case when code_group = 'diabunc' then bit end) as diabetes,
    max(case when code_group = 'metacanc' then bit end) as metastases,
    max(case when code_group = 'solidtum' then bit end) as tumour
  from group_bit
  where code_list = 'elixhauser'
),
present as (
  select
    diagnosed_groups.person,
    diagnosed_groups.period,
    diagnosed_groups.elixhauser
      & ~(case when (diagnosed_groups.elixhauser & complicated_hypertension) <> 0 then hypertension else 0 end)
      & ~(case when (diagnosed_groups.elixhauser & complicated_diabetes) <> 0 then diabetes else 0 end)
      & ~(case when (diagnosed_groups.elixhauser & metastases) <> 0 then tumour else 0 end) as mask
  from diagnosed_groups
  cross join bits
  where diagnosed_groups.elixhauser <> 0
)
select
  present.person,
  present.period,
  cast(
    sum(case when group_bit.code_list = 'elixhauser' then group_bit.weight else 0 end) as int
  ) as elixhauser,
  cast(
    sum(case when group_bit.code_list = 'elixhauser_swiss' then group_bit.weight else 0 end) as int
  ) as elixhauser_swiss
from present
join group_bit
  on group_bit.code_list in ('elixhauser', 'elixhauser_swiss')
  and (present.mask & group_bit.bit) <> 0
group by
  present.person,
  present.period
