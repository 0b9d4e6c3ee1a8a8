-- Continuity of doctors in primary care in the period.
-- Grain: one row per person and period, of persons with at least two doctor contacts.
-- Facts: doctor_contacts are n; continuity_index is COC, the sum of the squares of the contacts with
--   each doctor less n, over n (n - 1); usual_provider_share is UPC, the most contacts with one
--   doctor over n; sequential_continuity is SECON, the pairs of neighbours with the same doctor over
--   n - 1.
-- Sources: primary_care_contact.
-- Choices: visits, home visits and video with a known doctor, not on call; in the order of date and
--   then the bytes of the contact's identity.
-- Reach: the person's rows until the period ends.
-- Authority: measures.md section 2, continuity; Bice and Boxerman, Med Care 1977;15:347; Breslau and
--   Reeb, J Med Educ 1975;50:965; Steinwachs, Med Care 1979;17:551.
with doctor_contact as (
  select
    person,
    contact_day,
    staff,
    lag(staff) over (partition by person order by contact_day, contact) as staff_before,
    lag(contact_day) over (partition by person order by contact_day, contact) as day_before
  from primary_care_contact
  where profession = 'LAKARE'
    and contact_kind in ('MOTTAGNING', 'HEMBESOK', 'DISTANS_VIDEO')
    and staff is not null
    and coalesce(on_call, 0) <> 1
),
-- A neighbour before the period is no neighbour in it.
doctor as (
  select
    doctor_contact.person,
    period.period,
    doctor_contact.staff,
    count(*) as contacts,
    sum(case when staff = staff_before and day_before >= first_day then 1 else 0 end)
      as same_doctor_pairs
  from doctor_contact
  join period
    on doctor_contact.contact_day >= period.first_day
    and doctor_contact.contact_day <= period.last_day
  group by
    doctor_contact.person,
    period.period,
    doctor_contact.staff
),
summed as (
  select
    person,
    period,
    cast(sum(contacts) as double) as contacts,
    cast(sum(contacts * contacts) as double) as squares,
    cast(max(contacts) as double) as most_contacts,
    cast(sum(same_doctor_pairs) as double) as same_doctor_pairs
  from doctor
  group by
    person,
    period
)
select
  person,
  period,
  cast(contacts as bigint) as doctor_contacts,
  (squares - contacts) / (contacts * (contacts - 1)) as continuity_index,
  most_contacts / contacts as usual_provider_share,
  same_doctor_pairs / (contacts - 1) as sequential_continuity
from summed
where contacts >= 2
