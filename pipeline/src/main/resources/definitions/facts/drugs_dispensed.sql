-- Drugs dispensed in the period.
-- Grain: one row per person and period.
-- Facts: has_psychotropic_drug, has_adhd_drug and has_antidepressant tell of a dispensing from the
--   group of drugs, whatever else was dispensed.
-- Sources: dispensing, after corrections have been netted out; code_group.
-- Reach: the person's rows until the period ends.
-- Authority: measures.md section 3, PSYK0_19, ADHD10_17, ANTIDEP10_17 and ANTIDEP18_24.
select
  dispensing.person,
  period.period,
  bool_or(code_group.code_list = 'psykofarmaka_any') as has_psychotropic_drug,
  bool_or(code_group.code_list = 'adhd_drugs') as has_adhd_drug,
  bool_or(code_group.code_list = 'antidepressants') as has_antidepressant
from dispensing
join code_group
  on code_group.code = dispensing.atc
  and code_group.code_list in ('psykofarmaka_any', 'adhd_drugs', 'antidepressants')
join period
  on dispensing.dispensed_day >= period.first_day
  and dispensing.dispensed_day <= period.last_day
group by
  dispensing.person,
  period.period
