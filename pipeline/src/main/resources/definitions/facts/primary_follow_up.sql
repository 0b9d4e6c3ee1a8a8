-- Discharges after which a contact with primary care is looked for.
-- Grain: one row per person and period.
-- Facts: follow_up_discharges belong to the period of the day of discharge;
--   followed_up_discharges are those of them with a contact by a doctor or a nurse 1 to 14 days
--   later.
-- Sources: index_discharge, primary_care_contact.
-- Choices: discharges of the last 14 days told of are left out.
-- Reach: the person's rows until 14 days after the period.
-- Authority: measures.md section 3, PCFU14.
with contact as (
  select
    person,
    contact_day
  from primary_care_contact
  where contact_kind in ('MOTTAGNING', 'HEMBESOK', 'DISTANS_VIDEO', 'DISTANS_TELEFON')
    and profession in ('LAKARE', 'DISTRIKTSSKOTERSKA', 'SJUKSKOTERSKA')
),
followed as (
  select
    index_discharge.person,
    index_discharge.discharged_day,
    max(case when contact.person is null then 0 else 1 end) as is_followed
  from index_discharge
  left join contact
    on contact.person = index_discharge.person
    and contact.contact_day >= index_discharge.discharged_day + 1
    and contact.contact_day <= index_discharge.discharged_day + 14
  where index_discharge.told_days >= 14
  group by
    index_discharge.person,
    index_discharge.discharged_day
)
select
  followed.person,
  period.period,
  count(*) as follow_up_discharges,
  cast(sum(followed.is_followed) as bigint) as followed_up_discharges
from followed
join period
  on followed.discharged_day >= period.first_day
  and followed.discharged_day <= period.last_day
group by
  followed.person,
  period.period
