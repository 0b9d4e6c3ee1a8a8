-- Hospital stays (vårdperioder): rows of a person that follow on each other.
-- Grain: one row per person and stay; stays of a person never share a day.
-- Sources: inpatient_row, night, choice.
-- Columns: ended_day is the latest day of discharge, or the last day told of while the stay is open;
--   discharged_day is the same but null while open; main diagnosis and kind of admission are those
--   of the first row, discharged_to that of the last row that gave the latest day.
-- Choices: the first row gives the main diagnosis (setting choices.stay-main-row); a row that is open
--   although the person has a later row ended on its first day.
-- Authority: measures.md section 2, hospital stay.
with placed as (
  select
    person,
    admitted_day,
    discharged_day,
    main_diagnosis,
    admitted_from,
    discharged_to,
    admission_kind,
    row_number() over (
      partition by person
      order by admitted_day, discharged_day nulls last, clinic nulls last, hospital nulls last
    ) as place,
    count(*) over (partition by person) as places
  from inpatient_row
),
ended as (
  select
    placed.*,
    case
      when discharged_day is not null then discharged_day
      when place < places then admitted_day
      else greatest(admitted_day, data_through_day)
    end as ended_day,
    case when discharged_day is null and place = places then 1 else 0 end as is_open
  from placed
  cross join night
),
-- Ends never come before beginnings, so the latest day of all earlier rows is that of the running
-- stay whenever the row can join it.
latest as (
  select
    ended.*,
    max(ended_day) over (
      partition by person
      order by place
      rows between unbounded preceding and 1 preceding
    ) as latest_before_day
  from ended
),
-- The place of the last row that gave the latest day, doubled, plus one when the person went on to
-- another hospital or clinic: the largest is that of the last such row.
followed as (
  select
    latest.*,
    max(
      case
        when ended_day < latest_before_day then null
        when discharged_to = 1 then place * 2 + 1
        else place * 2
      end
    ) over (
      partition by person
      order by place
      rows between unbounded preceding and 1 preceding
    ) as given_before
  from latest
),
begun as (
  select
    followed.*,
    case
      when admitted_day <= latest_before_day then 0
      when admitted_day = latest_before_day + 1
        and (admitted_from = 1 or given_before % 2 = 1) then 0
      else 1
    end as is_first
  from followed
),
numbered as (
  select
    begun.*,
    sum(is_first) over (
      partition by person
      order by place
      rows between unbounded preceding and current row
    ) as stay
  from begun
),
-- Within the stay, the place of the last row that ended on its latest day, and that of the row that
-- gives the main diagnosis.
closed as (
  select
    numbered.*,
    first_value(place) over (
      partition by person, stay
      order by ended_day desc, place desc
    ) as last_place,
    case
      when choice.stay_main_row = 'last' then max(place) over (partition by person, stay)
      else min(place) over (partition by person, stay)
    end as main_place
  from numbered
  cross join choice
)
select
  person,
  cast(stay as int) as stay,
  min(admitted_day) as admitted_day,
  max(ended_day) as ended_day,
  case when max(is_open) = 0 then max(ended_day) end as discharged_day,
  max(case when place = main_place then main_diagnosis end) as main_diagnosis,
  max(case when place = main_place then admission_kind end) as admission_kind,
  max(case when place = last_place then discharged_to end) as discharged_to
from closed
group by
  person,
  stay
