-- Rows of hospital care with their place among the person's rows and the day on which they ended.
-- Grain: one row per delivered row.
-- Sources: inpatient_row, night.
-- Columns: ended_day is the day of discharge, or the last day told of while the row is open; is_open
--   is 1 for an open row that is the person's last.
-- Choices: a row that is open although the person has a later row ended on its first day.
-- Reach: the person's rows.
-- Authority: measures.md section 2, hospital stay.
with placed as (
  select
    person,
    admitted_day,
    discharged_day,
    speciality,
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
)
select
  placed.person,
  placed.place,
  placed.admitted_day,
  case
    when placed.discharged_day is not null then placed.discharged_day
    when placed.place < placed.places then placed.admitted_day
    else greatest(placed.admitted_day, night.data_through_day)
  end as ended_day,
  case when placed.discharged_day is null and placed.place = placed.places then 1 else 0 end
    as is_open,
  placed.speciality,
  placed.main_diagnosis,
  placed.admitted_from,
  placed.discharged_to,
  placed.admission_kind
from placed
cross join night
