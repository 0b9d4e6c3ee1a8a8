-- Extensive health care in the period: many admissions for diseases of several chapters, or more
-- than 19 bed days, 3 admissions or 7 visits to doctors in specialist outpatient care.
-- Authority: measures.md section 3, MS75 and MSA65_CARE.
(admissions >= 3 and inpatient_diagnoses >= 3 and inpatient_chapters >= 3)
or bed_days > 19
or admissions > 3
or doctor_visits > 7
