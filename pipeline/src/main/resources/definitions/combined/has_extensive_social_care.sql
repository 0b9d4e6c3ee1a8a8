-- Extensive social care in the period: a day in special housing or short stay, a month with at
-- least 25 hours of home care, or a day with personal assistance.
-- Authority: measures.md section 3, MSA65_SOCIAL.
special_housing_days > 0
or short_stay_days > 0
or most_home_care_hours >= 25
or has_personal_assistance_day
