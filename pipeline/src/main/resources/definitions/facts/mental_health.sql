-- Mental ill-health that care met in the period.
-- Grain: one row per person and period.
-- Facts: has_mental_diagnosis tells of a diagnosis F10-F99 in any care; has_psychiatric_care of a
--   visit to psychiatry (area of medicine 9..) or a day of an inpatient row there; has_self_harm of
--   intentional self-harm as an external cause of an inpatient row whose diagnosis date lies in the
--   period.
-- Sources: diagnosis, code_mask, outpatient_visit, ended_inpatient_row.
-- Reach: the person's rows until the period ends.
-- Authority: measures.md section 3, PSYK0_19, PSYKSPEC0_17, PSYKSPEC18_24 and SELFHARM10_24.
with found as (
  select
    diagnosis.person,
    diagnosis.diagnosed_day as first_day,
    diagnosis.diagnosed_day as last_day,
    case
      when code_mask.code_list = 'mental_health' then 'diagnosis' else 'self-harm'
    end as what
  from diagnosis
  join code_mask
    on code_mask.code = diagnosis.code
  where (code_mask.code_list = 'mental_health' and diagnosis.place <> 'external')
    or (
      code_mask.code_list = 'self_harm'
      and diagnosis.place = 'external'
      and diagnosis.source = 'inpatient'
    )
  union all
  select
    person,
    visited_day as first_day,
    visited_day as last_day,
    'psychiatry' as what
  from outpatient_visit
  where speciality like '9%'
  union all
  select
    person,
    admitted_day as first_day,
    ended_day as last_day,
    'psychiatry' as what
  from ended_inpatient_row
  where speciality like '9%'
)
select
  found.person,
  period.period,
  bool_or(found.what = 'diagnosis') as has_mental_diagnosis,
  bool_or(found.what = 'psychiatry') as has_psychiatric_care,
  bool_or(found.what = 'self-harm') as has_self_harm
from found
join period
  on found.first_day <= period.last_day
  and found.last_day >= period.first_day
group by
  found.person,
  period.period
