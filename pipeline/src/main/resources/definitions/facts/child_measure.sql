-- Measures for children and young people in the period.
-- Grain: one row per person and period.
-- Facts: has_placement_day tells of any day placed outside home.
-- Sources: child_measure.
-- Reach: the person's rows until the period ends.
-- Authority: measures.md section 3, PLAC0_20.
select
  child_measure.person,
  period.period,
  true as has_placement_day
from child_measure
join period
  on child_measure.start_day <= period.last_day
  and child_measure.end_day > period.first_day
where child_measure.start_day < child_measure.end_day
  and child_measure.placement is not null
group by
  child_measure.person,
  period.period
