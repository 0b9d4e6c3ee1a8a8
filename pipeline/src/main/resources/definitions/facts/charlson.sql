-- Charlson comorbidity index on the measure day, Swedish version.
-- Grain: one row per person and period.
-- Facts: charlson_se is the sum of the weights of the groups that are left after the hierarchies.
-- Sources: diagnosed_groups, group_bit.
-- Choices: mild liver disease with ascites counts as moderate or severe; ascites alone as nothing.
-- Reach: the person's rows until the period ends.
-- Authority: measures.md section 2, charlson; 10.2147/CLEP.S282475, authors' program of 2025-12.
with bits as (
  select
    max(case when code_group = 'mild_liver' then bit end) as mild_liver,
    max(case when code_group = 'mod_sev_liver' then bit end) as severe_liver,
    max(case when code_group = 'liver_special_ascites' then bit end) as ascites,
    max(case when code_group = 'diab_compl' then bit end) as complicated_diabetes,
    max(case when code_group = 'diab' then bit end) as diabetes,
    max(case when code_group = 'metastatic' then bit end) as metastases,
    max(case when code_group = 'malignancy' then bit end) as malignancy
  from group_bit
  where code_list = 'charlson_se'
),
present as (
  select
    person,
    period,
    (charlson_se
      & ~(mild_liver | severe_liver | ascites)
      & ~(case when (charlson_se & complicated_diabetes) <> 0 then diabetes else 0 end)
      & ~(case when (charlson_se & metastases) <> 0 then malignancy else 0 end))
    | case
      when (charlson_se & severe_liver) <> 0 then severe_liver
      when (charlson_se & mild_liver) = 0 then 0
      when (charlson_se & ascites) <> 0 then severe_liver
      else mild_liver
    end as mask
  from diagnosed_groups
  cross join bits
  where charlson_se <> 0
)
select
  present.person,
  present.period,
  cast(sum(group_bit.weight) as int) as charlson_se
from present
join group_bit
  on group_bit.code_list = 'charlson_se'
  and (present.mask & group_bit.bit) <> 0
group by
  present.person,
  present.period
