-- Services under the Social Services Act in the period, whichever municipality decided them.
-- Grain: one row per person and period.
-- Facts: has_social_service_day tells of any day with any service; special_housing_days and
--   short_stay_days are different days, however many decisions overlap; home_care_months are
--   calendar months on whose last day home care is ongoing; home_care_hours are their hours in all
--   and most_home_care_hours those of the month with most; special_housing_months are counted alike.
-- Sources: social_service, month.
-- Choices: granted hours outside 1 to 744 are not valid and count as none.
-- Reach: the person's rows until the period ends.
-- Authority: measures.md section 2, home care month and SABO month.
with decision as (
  select
    person,
    service,
    start_day,
    end_day,
    hours_per_month,
    -- The day from which the decision adds days that no earlier one of its kind has.
    greatest(
      start_day,
      coalesce(
        max(end_day) over (
          partition by person, service
          order by start_day, end_day
          rows between unbounded preceding and 1 preceding
        ),
        start_day
      )
    ) as adds_from_day
  from social_service
  where start_day < end_day
),
days as (
  select
    decision.person,
    period.period,
    decision.service,
    greatest(
      0,
      least(decision.end_day, period.last_day + 1)
        - greatest(decision.adds_from_day, period.first_day)
    ) as added_days
  from decision
  join period
    on decision.start_day <= period.last_day
    and decision.end_day > period.first_day
),
home_care_month as (
  select
    decision.person,
    month.period,
    month.last_day,
    sum(
      case when hours_per_month between 1 and 744 then hours_per_month else 0 end
    ) as hours
  from decision
  join month
    on decision.start_day <= month.last_day
    and decision.end_day > month.last_day
  where decision.service = 'HEMTJANST'
  group by
    decision.person,
    month.period,
    month.last_day
),
special_housing as (
  select
    decision.person,
    month.period,
    count(distinct month.month_number) as months
  from decision
  join month
    on decision.start_day <= month.last_day
    and decision.end_day > month.last_day
  where decision.service = 'SABO'
  group by
    decision.person,
    month.period
),
home_care as (
  select
    person,
    period,
    count(*) as months,
    sum(hours) as hours,
    max(hours) as most_hours
  from home_care_month
  group by
    person,
    period
),
service as (
  select
    person,
    period,
    sum(case when service = 'SABO' then added_days else 0 end) as special_housing_days,
    sum(case when service = 'KORTTID' then added_days else 0 end) as short_stay_days
  from days
  group by
    person,
    period
)
select
  service.person,
  service.period,
  true as has_social_service_day,
  cast(service.special_housing_days as bigint) as special_housing_days,
  cast(service.short_stay_days as bigint) as short_stay_days,
  coalesce(special_housing.months, 0) as special_housing_months,
  coalesce(home_care.months, 0) as home_care_months,
  cast(coalesce(home_care.hours, 0) as decimal(18, 6)) as home_care_hours,
  cast(coalesce(home_care.most_hours, 0) as decimal(18, 6)) as most_home_care_hours
from service
left join home_care
  on home_care.person = service.person
  and home_care.period = service.period
left join special_housing
  on special_housing.person = service.person
  and special_housing.period = service.period
