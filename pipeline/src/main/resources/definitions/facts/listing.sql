-- The health centre's list, and the named doctor, on the measure day.
-- Grain: one row per person and period.
-- Facts: is_listed tells of a spell that holds the measure day; has_named_doctor of such a spell
--   whose named doctor's own days hold it too.
-- Sources: listing.
-- Choices: a doctor named in a spell that has ended is nobody's doctor any more.
-- Reach: the person's rows until the period ends.
-- Authority: measures.md section 3, FLK.
select
  listing.person,
  period.period,
  true as is_listed,
  bool_or(
    listing.doctor is not null
    and listing.doctor_start_day <= period.last_day
    and listing.doctor_end_day > period.last_day
  ) as has_named_doctor
from listing
join period
  on listing.start_day <= period.last_day
  and listing.end_day > period.last_day
group by
  listing.person,
  period.period
