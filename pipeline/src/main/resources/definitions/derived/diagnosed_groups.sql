-- The groups of diagnoses that a person has on the measure day.
-- Grain: one row per person, period and code list.
-- Sources: diagnosis (inpatient, specialist outpatient, every primary care contact), code_mask.
-- Choices: one occurrence in five years is enough; external causes are no diagnoses.
-- Authority: measures.md section 2, conditions and charlson.
select
  diagnosis.person,
  period.period,
  code_mask.code_list,
  bit_or(code_mask.mask) as mask
from diagnosis
join code_mask
  on code_mask.code = diagnosis.code
join period
  on diagnosis.diagnosed_day > period.look_back_after_day
  and diagnosis.diagnosed_day <= period.last_day
where diagnosis.place <> 'external'
  and code_mask.code_list in ('calderon60', 'charlson_se')
group by
  diagnosis.person,
  period.period,
  code_mask.code_list
