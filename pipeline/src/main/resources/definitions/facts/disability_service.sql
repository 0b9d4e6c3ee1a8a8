-- Services for persons with certain functional impairments (LSS) in the period.
-- Grain: one row per person and period.
-- Facts: has_disability_service_day tells of any day with any service, and
--   has_personal_assistance_day of a day with service 2, personal assistance.
-- Sources: disability_service.
-- Reach: the person's rows until the period ends.
-- Authority: measures.md section 3, MSA65_SOCIAL and BOTH65.
select
  disability_service.person,
  period.period,
  true as has_disability_service_day,
  bool_or(disability_service.service = 2) as has_personal_assistance_day
from disability_service
join period
  on disability_service.start_day <= period.last_day
  and disability_service.end_day > period.first_day
where disability_service.start_day < disability_service.end_day
group by
  disability_service.person,
  period.period
