-- Economic assistance in the period.
-- Grain: one row per person and period.
-- Facts: economic_assistance_months are the person's own months; a month counts once however many
--   municipalities paid, and whatever the amount. has_household_assistance tells of a month of
--   anyone whose row names the household that the person belongs to on the attribute day.
-- Sources: economic_assistance, person_period, month.
-- Choices: a household that is not known is nobody's.
-- Authority: measures.md section 2, economic assistance.
with own as (
  select
    economic_assistance.person,
    month.period,
    count(distinct economic_assistance.month_number) as months
  from economic_assistance
  join month
    on month.month_number = economic_assistance.month_number
  group by
    economic_assistance.person,
    month.period
),
assisted_household as (
  select distinct
    economic_assistance.household,
    month.period
  from economic_assistance
  join month
    on month.month_number = economic_assistance.month_number
)
select
  person_period.person,
  person_period.period,
  coalesce(own.months, 0) as economic_assistance_months,
  assisted_household.household is not null as has_household_assistance
from person_period
left join own
  on own.person = person_period.person
  and own.period = person_period.period
left join assisted_household
  on assisted_household.household = person_period.household
  and assisted_household.period = person_period.period
where own.person is not null
  or assisted_household.household is not null
