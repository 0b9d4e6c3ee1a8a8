-- Hospital care in the period.
-- Grain: one row per person and period.
-- Facts: admissions, and those for four avoidable causes, belong to the period of their first day;
--   bed_days are the days from admission until the day before discharge, at least one a stay;
--   has_stay_day tells of any day in hospital, the day of discharge too; inpatient_diagnoses and
--   inpatient_chapters are different diagnoses of three characters, and the chapters of ICD-10
--   that they come from, among rows whose diagnosis date lies in the period.
-- Sources: hospital_stay, diagnosis, code_mask.
-- Choices: chapters XX and XXI do not count, nor do their diagnoses.
-- Reach: the person's rows until the period ends.
-- Authority: measures.md sections 2 and 3 (MS75, PAVERK); the chapters are those of ICD-10-SE.
with stay as (
  select
    hospital_stay.person,
    period.period,
    sum(case when admitted_day >= first_day then 1 else 0 end) as admissions,
    sum(
      case when admitted_day >= first_day and avoidable.code is not null then 1 else 0 end
    ) as avoidable_admissions,
    sum(
      greatest(
        0,
        least(greatest(ended_day, admitted_day + 1), last_day + 1)
          - greatest(admitted_day, first_day)
      )
    ) as bed_days
  from hospital_stay
  join period
    on hospital_stay.admitted_day <= period.last_day
    and hospital_stay.ended_day >= period.first_day
  left join code_mask as avoidable
    on avoidable.code_list = 'paverkbar'
    and avoidable.code = hospital_stay.main_diagnosis
  group by
    hospital_stay.person,
    period.period
),
inpatient as (
  select
    diagnosis.person,
    period.period,
    substring(diagnosis.code, 1, 3) as category,
    case
      when code < 'C' then 'I'
      when code < 'D5' then 'II'
      when code < 'E' then 'III'
      when code < 'F' then 'IV'
      when code < 'G' then 'V'
      when code < 'H' then 'VI'
      when code < 'H6' then 'VII'
      when code < 'I' then 'VIII'
      when code < 'J' then 'IX'
      when code < 'K' then 'X'
      when code < 'L' then 'XI'
      when code < 'M' then 'XII'
      when code < 'N' then 'XIII'
      when code < 'O' then 'XIV'
      when code < 'P' then 'XV'
      when code < 'Q' then 'XVI'
      when code < 'R' then 'XVII'
      when code < 'S' then 'XVIII'
      when code < 'U' then 'XIX'
      when code < 'V' then 'XXII'
      when code < 'Z' then 'XX'
      else 'XXI'
    end as chapter
  from diagnosis
  join period
    on diagnosis.diagnosed_day >= period.first_day
    and diagnosis.diagnosed_day <= period.last_day
  where diagnosis.source = 'inpatient'
    and diagnosis.place <> 'external'
),
several as (
  select
    person,
    period,
    count(distinct category) as inpatient_diagnoses,
    count(distinct chapter) as inpatient_chapters
  from inpatient
  where chapter not in ('XX', 'XXI')
  group by
    person,
    period
)
select
  stay.person,
  stay.period,
  cast(stay.admissions as bigint) as admissions,
  cast(stay.avoidable_admissions as bigint) as avoidable_admissions,
  cast(stay.bed_days as bigint) as bed_days,
  true as has_stay_day,
  cast(coalesce(several.inpatient_diagnoses, 0) as bigint) as inpatient_diagnoses,
  cast(coalesce(several.inpatient_chapters, 0) as bigint) as inpatient_chapters
from stay
left join several
  on several.person = stay.person
  and several.period = stay.period
