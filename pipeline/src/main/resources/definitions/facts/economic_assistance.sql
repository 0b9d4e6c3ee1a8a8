-- Economic assistance in the period.
-- Grain: one row per person and period.
-- Facts: economic_assistance_months are the person's own months; a month counts once however many
--   municipalities paid, and whatever the amount.
-- Sources: economic_assistance, month.
-- Authority: measures.md section 2, economic assistance.
select
  economic_assistance.person,
  month.period,
  count(distinct economic_assistance.month_number) as economic_assistance_months
from economic_assistance
join month
  on month.month_number = economic_assistance.month_number
group by
  economic_assistance.person,
  month.period
