-- Charlson comorbidity index on the measure day, by the codes of Quan.
-- Grain: one row per person and period.
-- Facts: charlson_quan is the sum of Charlson's weights of 1987 over the groups that are left after
--   the hierarchies, charlson_quan_2011 that of Quan's weights of 2011.
-- Sources: diagnosed_groups, group_bit.
-- Choices: the graver of two forms of a disease removes the lighter.
-- Reach: the person's rows until the period ends.
-- Authority: measures.md section 2, charlson; 10.1097/01.mlr.0000182534.19832.83, 10.1093/aje/kwq433.
with bits as (
  select
    max(case when code_group = 'msld' then bit end) as severe_liver,
    max(case when code_group = 'mld' then bit end) as mild_liver,
    max(case when code_group = 'diabwc' then bit end) as complicated_diabetes,
    max(case when code_group = 'diab' then bit end) as diabetes,
    max(case when code_group = 'metacanc' then bit end) as metastases,
    max(case when code_group = 'canc' then bit end) as cancer
  from group_bit
  where code_list = 'charlson_quan'
),
present as (
  select
    diagnosed_groups.person,
    diagnosed_groups.period,
    diagnosed_groups.charlson_quan
      & ~(case when (diagnosed_groups.charlson_quan & severe_liver) <> 0 then mild_liver else 0 end)
      & ~(case when (diagnosed_groups.charlson_quan & complicated_diabetes) <> 0 then diabetes else 0 end)
      & ~(case when (diagnosed_groups.charlson_quan & metastases) <> 0 then cancer else 0 end) as mask
  from diagnosed_groups
  cross join bits
  where diagnosed_groups.charlson_quan <> 0
)
select
  present.person,
  present.period,
  cast(
    sum(case when group_bit.code_list = 'charlson_quan' then group_bit.weight else 0 end) as int
  ) as charlson_quan,
  cast(
    sum(case when group_bit.code_list = 'charlson_quan_2011' then group_bit.weight else 0 end) as int
  ) as charlson_quan_2011
from present
join group_bit
  on group_bit.code_list in ('charlson_quan', 'charlson_quan_2011')
  and (present.mask & group_bit.bit) <> 0
group by
  present.person,
  present.period
