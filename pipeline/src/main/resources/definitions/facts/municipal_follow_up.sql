-- Discharges home of those who already had the municipality's help.
-- Grain: one row per person and period.
-- Facts: helped_discharges home belong to the period of the day of discharge, of persons with home
--   care the day before the admission or an act of municipal care 1 to 90 days before it;
--   visited_discharges are those of them with an act 0 to 3 days later.
-- Sources: hospital_stay, social_service, municipal_care_act, night.
-- Choices: discharges of the last 3 days told of are left out.
-- Reach: the person's rows until 3 days after the period.
-- Authority: measures.md section 3, TTFV72.
with discharge as (
  select
    hospital_stay.person,
    hospital_stay.stay,
    hospital_stay.admitted_day,
    hospital_stay.discharged_day
  from hospital_stay
  cross join night
  where hospital_stay.discharged_to = 3
    and hospital_stay.discharged_day <= night.data_through_day - 3
),
home_care as (
  select distinct
    discharge.person,
    discharge.stay
  from discharge
  join social_service
    on social_service.person = discharge.person
    and social_service.service = 'HEMTJANST'
    and social_service.start_day <= discharge.admitted_day - 1
    and social_service.end_day > discharge.admitted_day - 1
),
act as (
  select
    discharge.person,
    discharge.stay,
    max(
      case when municipal_care_act.act_day < discharge.admitted_day then 1 else 0 end
    ) as is_before,
    max(
      case when municipal_care_act.act_day >= discharge.discharged_day then 1 else 0 end
    ) as is_after
  from discharge
  join municipal_care_act
    on municipal_care_act.person = discharge.person
    and municipal_care_act.act_day >= discharge.admitted_day - 90
    and municipal_care_act.act_day <= discharge.discharged_day + 3
  group by
    discharge.person,
    discharge.stay
)
select
  discharge.person,
  period.period,
  count(*) as helped_discharges,
  cast(sum(coalesce(act.is_after, 0)) as bigint) as visited_discharges
from discharge
join period
  on discharge.discharged_day >= period.first_day
  and discharge.discharged_day <= period.last_day
left join home_care
  on home_care.person = discharge.person
  and home_care.stay = discharge.stay
left join act
  on act.person = discharge.person
  and act.stay = discharge.stay
where home_care.person is not null
  or act.is_before = 1
group by
  discharge.person,
  period.period
