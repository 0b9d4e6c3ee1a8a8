-- Charlson comorbidity index on the measure day, Swedish version.
-- Grain: one row per person and period.
-- Facts: charlson_se is the sum of the weights of the groups that are left after the hierarchies.
-- Sources: diagnosed_groups, group_bit.
-- Choices: mild liver disease with ascites counts as moderate or severe; ascites alone as nothing.
-- Reach: the person's rows until the period ends.
-- Authority: measures.md section 2, charlson; 10.2147/CLEP.S282475, authors' program of 2025-12.
with present as (
  select
    diagnosed_groups.person,
    diagnosed_groups.period,
    diagnosed_groups.mask,
    bool_or(group_bit.code_group = 'mild_liver') as has_mild_liver,
    bool_or(group_bit.code_group = 'mod_sev_liver') as has_severe_liver,
    bool_or(group_bit.code_group = 'liver_special_ascites') as has_ascites,
    bool_or(group_bit.code_group = 'diab_compl') as has_complicated_diabetes,
    bool_or(group_bit.code_group = 'metastatic') as has_metastases
  from diagnosed_groups
  join group_bit
    on group_bit.code_list = diagnosed_groups.code_list
    and (diagnosed_groups.mask & group_bit.bit) <> 0
  where diagnosed_groups.code_list = 'charlson_se'
  group by
    diagnosed_groups.person,
    diagnosed_groups.period,
    diagnosed_groups.mask
)
select
  present.person,
  present.period,
  cast(sum(group_bit.weight) as int) as charlson_se
from present
join group_bit
  on group_bit.code_list = 'charlson_se'
  and case
    when group_bit.code_group = 'mild_liver'
      then has_mild_liver and not has_severe_liver and not has_ascites
    when group_bit.code_group = 'mod_sev_liver'
      then has_severe_liver or (has_mild_liver and has_ascites)
    when (present.mask & group_bit.bit) = 0 then false
    when group_bit.code_group = 'diab' then not has_complicated_diabetes
    when group_bit.code_group = 'malignancy' then not has_metastases
    else true
  end
group by
  present.person,
  present.period
