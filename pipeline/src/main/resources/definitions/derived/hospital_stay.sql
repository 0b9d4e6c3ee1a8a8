-- Hospital stays (vårdperioder): rows of a person that follow on each other.
-- Grain: one row per person and stay; stays of a person never share a day.
-- Sources: ended_inpatient_row, choice.
-- Columns: ended_day is the latest day of discharge, or the last day told of while the stay is open;
--   discharged_day is the same but null while open; main diagnosis and kind of admission are those
--   of the first row, discharged_to that of the last row that gave the latest day.
-- Choices: the first row gives the main diagnosis (setting choices.stay-main-row).
-- Reach: the person's rows.
-- Authority: measures.md section 2, hospital stay.
-- Ends never come before beginnings, so the latest day of all earlier rows is that of the running
-- stay whenever the row can join it.
with latest as (
  select
    ended_inpatient_row.*,
    max(ended_day) over (
      partition by person
      order by place
      rows between unbounded preceding and 1 preceding
    ) as latest_before_day
  from ended_inpatient_row
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
