-- What became of a person by the end of the period.
-- Grain: one row per person and period.
-- Facts: has_died tells of a death in the period; is_in_special_housing tells that a decision on
--   special housing is ongoing on the measure day.
-- Sources: death, social_service.
-- Reach: the person's rows until the period ends.
-- Authority: docs/decisions/12, what becomes of a group from one year to the next.
with happened as (
  select
    death.person,
    period.period,
    true as has_died,
    false as is_in_special_housing
  from death
  join period
    on death.died_day >= period.first_day
    and death.died_day <= period.last_day
  union all
  select
    social_service.person,
    period.period,
    false as has_died,
    true as is_in_special_housing
  from social_service
  join period
    on social_service.start_day <= period.last_day
    and social_service.end_day > period.last_day
  where social_service.service = 'SABO'
)
select
  person,
  period,
  bool_or(has_died) as has_died,
  bool_or(is_in_special_housing) as is_in_special_housing
from happened
group by
  person,
  period
