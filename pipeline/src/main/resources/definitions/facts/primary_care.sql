-- Primary care in the period.
-- Grain: one row per person and period.
-- Facts: primary_care_contacts are visits, home visits, and calls by video or telephone; letters,
--   chats and groups are no contacts; primary_doctor_contacts are those of them with a doctor,
--   doctor_or_nurse_contacts those with a doctor, a district nurse or a nurse.
-- Sources: primary_care_contact.
-- Reach: the person's rows until the period ends.
-- Authority: measures.md section 2, primary care contact, and section 3, GAP.
select
  primary_care_contact.person,
  period.period,
  count(*) as primary_care_contacts,
  cast(
    sum(case when primary_care_contact.profession = 'LAKARE' then 1 else 0 end) as bigint
  ) as primary_doctor_contacts,
  cast(
    sum(
      case
        when primary_care_contact.profession in ('LAKARE', 'DISTRIKTSSKOTERSKA', 'SJUKSKOTERSKA')
          then 1
        else 0
      end
    ) as bigint
  ) as doctor_or_nurse_contacts
from primary_care_contact
join period
  on primary_care_contact.contact_day >= period.first_day
  and primary_care_contact.contact_day <= period.last_day
where primary_care_contact.contact_kind
  in ('MOTTAGNING', 'HEMBESOK', 'DISTANS_VIDEO', 'DISTANS_TELEFON')
group by
  primary_care_contact.person,
  period.period
