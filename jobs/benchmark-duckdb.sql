-- The benchmark's own way to six indicators, from the same delivered files as the night's stages adapt, conform, link, mark and measure.
-- Written by hand from inputs.md and measures.md, for DuckDB alone: it shares no text with the definitions. {inbox}, {measured} and
-- {as_of} are filled in.

-- A row that repeats a row of an earlier file is dropped; where a table has a key, the row that was delivered last holds it.
create macro delivered(files) as table
  select *, row_number() over () as place
  from read_csv(
    files,
    delim = chr(59), header = true, all_varchar = true, filename = true,
    nullstr = ['', 'NULL', 'NA', 'BLANKED']
  );

create macro icd(code) as
  regexp_replace(replace(upper(code), '.', ''), '^(?:([A-Z][0-9]{2,4})P|(.*)-P)$', '\1\2');

create table population as
select
  hash(lopnr) as person,
  cast(ar as int) as year,
  cast(fodelsear as int) as birth_year,
  cast(fodelseman as int) as birth_month,
  kommun as municipality
from delivered('{inbox}/rtb_bef/*.csv')
qualify row_number() over (partition by lopnr, ar order by place desc) = 1;

create table migration as
select
  hash(lopnr) as person,
  cast(datum as date) as moved_on,
  upper(typ) as kind,
  till_kommun as to_municipality
from delivered('{inbox}/rtb_flytt/*.csv')
qualify row_number() over (partition by lopnr, datum, typ order by place desc) = 1;

create table death as
select
  hash(lopnr) as person,
  cast(
    case
      when dodsdat like '%-00-00' then left(dodsdat, 4) || '-07-01'
      when dodsdat like '%-00' then left(dodsdat, 8) || '15'
      else dodsdat
    end
    as date
  ) as died_on
from delivered('{inbox}/dors/*.csv')
qualify row_number() over (partition by lopnr order by place desc) = 1;

create table inpatient_row as
select
  hash(lopnr) as person,
  cast(indatum as date) as admitted_on,
  cast(utdatum as date) as discharged_on,
  sjukhus as hospital,
  klinik as clinic,
  icd(hdia) as main_diagnosis,
  list_transform([dia1, dia2, dia3, dia4, dia5, dia6, dia7, dia8], lambda code: icd(code))
    as secondary_diagnoses,
  cast(insatt as int) as admitted_from,
  cast(utsatt as int) as discharged_to,
  cast(pvard as int) as admission_kind
from delivered('{inbox}/par_slutenvard/*.csv')
qualify row_number() over (partition by lopnr, indatum, sjukhus, klinik order by place desc) = 1;

create table outpatient_visit as
select
  hash(lopnr) as person,
  cast(indatum as date) as visited_on,
  icd(hdia) as main_diagnosis,
  list_transform([dia1, dia2, dia3], lambda code: icd(code)) as secondary_diagnoses,
  upper(yrke) as profession
from delivered('{inbox}/par_oppenvard/*.csv')
qualify filename = min(filename) over (
  partition by
    hash(lopnr, indatum, sjukhus, klinik, mvo, hdia, dia1, dia2, dia3, ekod1, op, akut, yrke, pvard)
);

create table primary_care_contact as
select
  hash(lopnr) as person,
  cast(kontaktdatum as date) as contact_on,
  list_transform([dia1, dia2, dia3, dia4, dia5], lambda code: icd(code)) as diagnoses
from delivered('{inbox}/pv_kontakt/*.csv')
qualify row_number() over (partition by kontakt_id order by place desc) = 1;

create table dispensed_row as
select
  hash(lopnr) as person,
  upper(atc) as atc,
  cast(edatum as date) as dispensed_on,
  cast(replace(antal, ',', '.') as decimal(18, 6)) as packages,
  cast(replace(forpddd, ',', '.') as decimal(18, 6)) as ddd_per_package
from delivered('{inbox}/lmed/*.csv')
qualify filename = min(filename) over (
  partition by hash(lopnr, atc, edatum, antal, forpddd, doser)
);

create table social_service as
select
  hash(lopnr) as person,
  kommun as municipality,
  upper(insats) as service,
  cast(fom as date) as starts_on,
  cast(tom as date) as ends_on,
  cast(replace(timmar_man, ',', '.') as decimal(18, 6)) as hours_per_month
from delivered('{inbox}/sol/*.csv')
qualify row_number() over (partition by lopnr, kommun, insats, fom order by place desc) = 1;

create table disability_service as
select
  hash(lopnr) as person,
  kommun as municipality,
  cast(insats as int) as service,
  cast(fom as date) as starts_on,
  cast(tom as date) as ends_on
from delivered('{inbox}/lss/*.csv')
qualify row_number() over (partition by lopnr, kommun, insats, fom order by place desc) = 1;

create view code_list as from read_parquet('{measured}/code_list/*.parquet');

-- Periods, and where everybody lived on the two days of each (section 1).
create table known_year as
select distinct year from population;

create table period as
select
  cast(year as varchar) as period,
  make_date(year, 1, 1) as first_day,
  make_date(year, 12, 31) as last_day
from known_year
where year - 1 in (from known_year)
union all
select
  'R12-' || strftime(date_trunc('month', date '{as_of}') - interval 1 day, '%Y-%m'),
  cast(date_trunc('month', date '{as_of}') - interval 12 month as date),
  cast(date_trunc('month', date '{as_of}') - interval 1 day as date);

create table asked_day as
with asked as (
  select first_day - 1 as day from period
  union
  select last_day from period
),
wanted as (
  select
    day,
    month(day) = 12 and day(day) = 31 as is_new_years_eve,
    case when is_new_years_eve then year(day) else year(day) - 1 end as wanted_year
  from asked
)
select
  day,
  wanted_year,
  max(known_year.year) as used_year,
  is_new_years_eve and max(known_year.year) = wanted_year as row_decides_alone
from wanted
join known_year on known_year.year <= wanted_year
group by day, wanted_year, is_new_years_eve;

create table person as
select person, any_value(died_on) as died_on
from (select distinct person from population)
left join death using (person)
group by person;

create table lives as
with moved as (
  select
    asked_day.day,
    person,
    arg_max(
      case when kind in ('UTV', 'DOD') then '' else coalesce(to_municipality, '') end,
      (moved_on, list_position(['FODD', 'INV', 'UTFLYTT', 'INFLYTT', 'UTV', 'DOD'], kind))
    ) as municipality
  from migration
  join asked_day
    on moved_on > make_date(used_year, 12, 31)
    and moved_on <= asked_day.day
    and not row_decides_alone
  group by all
)
select
  asked_day.day,
  person.person,
  case
    when row_decides_alone then population.municipality
    when died_on <= asked_day.day then null
    else coalesce(moved.municipality, population.municipality)
  end as municipality
from asked_day
cross join person
left join population on population.person = person.person and population.year = used_year
left join moved on moved.person = person.person and moved.day = asked_day.day;

create table person_period as
with on_two_days as (
  select
    period.*,
    person,
    max(case when day = last_day then municipality end) as at_end,
    max(case when day = first_day - 1 then municipality end) as at_start
  from lives
  join period on day in (first_day - 1, last_day)
  where municipality in ('2401', '2403', '2404', '2409', '2460', '2480')
  group by all
),
resident as (
  select
    *,
    case when at_end is null then first_day - 1 else last_day end as attribute_day
  from on_two_days
),
dated as (
  select resident.*, wanted_year
  from resident
  join asked_day on day = attribute_day
),
born as (
  select person, arg_min((birth_year, birth_month), year) as earliest
  from population
  group by person
)
select
  dated.person,
  period,
  coalesce(at_end, at_start) as municipality,
  at_end is not null as is_resident,
  greatest(
    0,
    year(last_day)
      - case when population.person is null then earliest[1] else population.birth_year end
      - case
        when month(last_day)
          < coalesce(
            case when population.person is null then earliest[2] else population.birth_month end, 6
          ) then 1
        else 0
      end
  ) as age
from dated
asof left join population on population.person = dated.person and population.year <= wanted_year
join born on born.person = dated.person;

-- Diagnoses, without external causes (section 2).
create table diagnosis as
with delivered as (
  select
    person,
    coalesce(discharged_on, admitted_on) as diagnosed_on,
    true as is_inpatient,
    list_append(secondary_diagnoses, main_diagnosis) as codes
  from inpatient_row
  where admitted_on <= date '{as_of}'
  union all
  select person, visited_on, false, list_append(secondary_diagnoses, main_diagnosis)
  from outpatient_visit
  where visited_on <= date '{as_of}'
  union all
  select person, contact_on, false, diagnoses
  from primary_care_contact
  where contact_on <= date '{as_of}'
)
select person, diagnosed_on, is_inpatient, unnest(codes) as code
from delivered;

create table code as
with distinct_code as (
  select distinct code
  from diagnosis
  where regexp_full_match(code, '[A-Z][0-9]{2}[0-9A-Z]{0,3}')
),
hit as (
  select distinct_code.code, code_list.code_list, "group", len(code_list.code) as length
  from distinct_code
  join code_list on starts_with(distinct_code.code, code_list.code)
  where code_list.code_list in ('calderon60', 'charlson_se')
),
counted as (
  from hit
  qualify code_list = 'charlson_se'
    or length = max(length) over (partition by code, code_list)
),
numbered as (
  select code_list, "group", row_number() over (partition by code_list order by "group") - 1 as place
  from (select distinct code_list, "group" from code_list)
  where code_list in ('calderon60', 'charlson_se')
)
select
  code,
  coalesce(bit_or(1::bigint << place) filter (where code_list = 'calderon60'), 0) as conditions,
  coalesce(bit_or(1::bigint << place) filter (where code_list = 'charlson_se'), 0) as charlson
from counted
join numbered using (code_list, "group")
group by code;

create table burden as
select
  person,
  period,
  bit_count(bit_or(conditions)) as conditions,
  bit_or(charlson) as charlson
from diagnosis
join code using (code)
join period
  on diagnosed_on > cast(last_day - interval 5 year as date)
  and diagnosed_on <= last_day
group by person, period;

-- Charlson's weights after the hierarchies.
create table charlson as
with numbered as (
  select
    "group",
    any_value(weight) as weight,
    1::bigint << (row_number() over (order by "group") - 1) as bit
  from code_list
  where code_list = 'charlson_se'
  group by "group"
),
bits as (
  select map(list("group"), list(bit)) as bit_of
  from numbered
),
sorted_out as (
  select
    person,
    period,
    (charlson & bit_of['mild_liver']) <> 0 as has_mild,
    (charlson & bit_of['mod_sev_liver']) <> 0 as has_severe,
    (charlson & bit_of['liver_special_ascites']) <> 0 as has_ascites,
    (charlson
      & ~(bit_of['mild_liver'] | bit_of['mod_sev_liver'] | bit_of['liver_special_ascites'])
      & ~(case when (charlson & bit_of['diab_compl']) <> 0 then bit_of['diab'] else 0 end)
      & ~(case when (charlson & bit_of['metastatic']) <> 0 then bit_of['malignancy'] else 0 end))
      | case
        when has_severe or (has_mild and has_ascites) then bit_of['mod_sev_liver']
        when has_mild then bit_of['mild_liver']
        else 0
      end as groups
  from burden
  cross join bits
  where charlson <> 0
),
combination as (
  select groups, coalesce(sum(weight), 0) as score
  from (select distinct groups from sorted_out)
  left join numbered on (groups & bit) <> 0
  group by groups
)
select person, period, score
from sorted_out
join combination using (groups);

-- Dispensings after corrections, and the drugs in use on the measure day.
create table drug_day as
select
  person,
  atc,
  dispensed_on,
  sum(coalesce(packages, 1)) as packages,
  max(ddd_per_package) as doses,
  max(coalesce(packages, 1)) <= 0 and sum(coalesce(packages, 1)) < 0 as is_cancelling
from dispensed_row
where dispensed_on <= date '{as_of}'
group by person, atc, dispensed_on;

create table netted as
with recursive listed as (
  select
    person,
    atc,
    list(dispensed_on order by dispensed_on) as days,
    list(packages order by dispensed_on) as amounts,
    list(is_cancelling order by dispensed_on) as cancelling
  from drug_day
  where (person, atc) in (select (person, atc) from drug_day where is_cancelling)
  group by person, atc
),
step as (
  select person, atc, days, amounts, cancelling, 0 as done
  from listed
  union all
  select
    person,
    atc,
    days,
    list_transform(
      amounts,
      lambda amount, i: case
        when i < place and amount > 0 and days[i] >= days[place] - 90
          then amount - least(
            amount,
            greatest(
              0,
              -amounts[place]
                - coalesce(
                  list_sum(list_transform(amounts[i + 1:place - 1], lambda later: greatest(later, 0))),
                  0
                )
            )
          )
        else amount
      end
    ),
    cancelling,
    place
  from (
    select
      *,
      done + coalesce(list_position(cancelling[done + 1:], true), 0) as place
    from step
  )
  where place > done
),
last_step as (
  from step
  qualify done = max(done) over (partition by person, atc)
)
select
  person,
  atc,
  unnest(days) as dispensed_on,
  unnest(amounts) as packages
from last_step;

create table in_use as
with dispensing as (
  select drug_day.person, drug_day.atc, drug_day.dispensed_on, doses,
    coalesce(netted.packages, drug_day.packages) as packages
  from drug_day
  left join netted using (person, atc, dispensed_on)
)
select person, period, count(distinct atc) as drugs
from dispensing
join period
  on dispensed_on <= last_day
  and dispensed_on
    + cast(
      case when doses is null then 90 else least(greatest(round(packages * doses), 1), 120) end
      as int
    ) > last_day
where packages > 0
  and len(atc) = 7
  and not starts_with(atc, 'D')
group by person, period;

-- Hospital stays.
create table data_through as
select max(day) as day
from (
  select unnest([admitted_on, discharged_on]) as day
  from inpatient_row
)
where day <= date '{as_of}';

create table stay as
with placed as (
  select
    *,
    row_number() over (
      partition by person
      order by admitted_on, discharged_on nulls last, clinic nulls last, hospital nulls last
    ) as place,
    lead(person) over (
      partition by person
      order by admitted_on, discharged_on nulls last, clinic nulls last, hospital nulls last
    ) is null as is_last
  from inpatient_row
  semi join person using (person)
  where admitted_on <= date '{as_of}'
),
ended as (
  select
    * exclude (discharged_on),
    discharged_on is null and is_last as is_open,
    case
      when discharged_on is not null then discharged_on
      when is_last then greatest(admitted_on, data_through.day)
      else admitted_on
    end as ended_on
  from placed
  cross join data_through
),
followed as (
  select
    *,
    max((ended_on, place, coalesce(discharged_to, 0))) over (
      partition by person
      order by place
      rows between unbounded preceding and 1 preceding
    ) as giver
  from ended
),
numbered as (
  select
    *,
    sum(
      case
        when admitted_on <= giver[1] then 0
        when admitted_on = giver[1] + 1 and (admitted_from = 1 or giver[3] = 1) then 0
        else 1
      end
    ) over (partition by person order by place) as number
  from followed
)
select
  person,
  min(admitted_on) as admitted_on,
  max(ended_on) as ended_on,
  bool_or(is_open) as is_open,
  (min((place, main_diagnosis)))[2] as main_diagnosis,
  (min((place, admission_kind)))[2] as admission_kind,
  (max((ended_on, place, discharged_to)))[3] as discharged_to
from numbered
group by person, number;

-- Readmissions.
create table readmission as
with discharge as (
  select
    stay.person,
    period,
    ended_on
  from stay
  join period on ended_on between first_day and last_day
  join person using (person)
  cross join data_through
  where not is_open
    and ended_on <= data_through.day - 30
    and coalesce(discharged_to, 0) <> 4
    and not coalesce(died_on <= ended_on, false)
    and not coalesce(
      regexp_full_match(main_diagnosis, '[A-Z][0-9]{2}[0-9A-Z]{0,3}')
        and (
          left(main_diagnosis, 3) between 'C00' and 'C97'
          or left(main_diagnosis, 3) between 'O00' and 'O99'
          or left(main_diagnosis, 3) = 'Z51'
        ),
      false
    )
)
select
  person,
  period,
  count(*) as discharges,
  count(*) filter (
    where exists (
      from stay as later
      where later.person = discharge.person
        and later.admission_kind = 2
        and later.admitted_on between discharge.ended_on + 1 and discharge.ended_on + 30
    )
  ) as readmitted
from discharge
group by person, period;

-- Extensive care.
create table health_care as
with of_stays as (
  select
    person,
    period,
    count(*) filter (where admitted_on >= first_day) as admissions,
    sum(
      greatest(
        0,
        date_diff(
          'day',
          greatest(admitted_on, first_day),
          least(greatest(ended_on, admitted_on + 1), last_day + 1)
        )
      )
    ) as bed_days
  from stay
  join period on admitted_on <= last_day and ended_on >= first_day
  group by person, period
),
of_diagnoses as (
  select
    person,
    period,
    count(distinct left(code, 3)) as diagnoses,
    count(
      distinct case
        when code < 'C' then 'A'
        when code between 'D00' and 'D49Z' then 'C'
        when code between 'H60' and 'H99Z' then 'ear'
        when code between 'S' and 'TZ' then 'S'
        else left(code, 1)
      end
    ) as chapters
  from diagnosis
  join period on diagnosed_on between first_day and last_day
  where is_inpatient
    and regexp_full_match(code, '[A-U][0-9]{2}[0-9A-Z]{0,3}')
  group by person, period
),
of_visits as (
  select person, period, count(*) as visits
  from outpatient_visit
  join period on visited_on between first_day and last_day
  where coalesce(profession, 'LAKARE') = 'LAKARE'
    and visited_on <= date '{as_of}'
  group by person, period
)
select person, period
from of_stays
full join of_diagnoses using (person, period)
full join of_visits using (person, period)
where bed_days > 19
  or admissions > 3
  or visits > 7
  or (admissions >= 3 and diagnoses >= 3 and chapters >= 3);

create table social_care as
with decision as (
  select
    person,
    service,
    case when hours_per_month between 1 and 744 then hours_per_month else 0 end as hours,
    starts_on,
    least(coalesce(ends_on, date '9999-12-31'), coalesce(died_on, date '9999-12-31')) as ends_on
  from social_service
  join person using (person)
),
month_end as (
  select
    period,
    unnest(
      list_transform(
        range(0, 12), lambda month: last_day(cast(first_day + to_months(month) as date))
      )
    ) as day
  from period
)
select person, period
from decision
join period on starts_on <= last_day and ends_on > first_day
where service in ('SABO', 'KORTTID')
  and starts_on < ends_on
union
select person, period
from (
  select person, period, sum(hours) as hours
  from decision
  join month_end on starts_on <= day and ends_on > day
  where service = 'HEMTJANST'
  group by person, period, day
)
where hours >= 25
union
select person, period
from disability_service
join person using (person)
join period
  on starts_on <= last_day
  and least(coalesce(ends_on, date '9999-12-31'), coalesce(died_on, date '9999-12-31'))
    > greatest(first_day, starts_on)
where service = 2;

-- The six indicators, in the scope and in each municipality. One that sends no row of sol or lss is left out of MSA65 (inputs.md).
create table found as
with sending as (
  select municipality from social_service
  intersect
  select municipality from disability_service
),
told as (
  select
    person_period.*,
    coalesce(conditions, 0) as conditions,
    coalesce(score, 0) as score,
    coalesce(drugs, 0) as drugs,
    coalesce(discharges, 0) as discharges,
    coalesce(readmitted, 0) as readmitted,
    municipality in (from sending) as is_sending,
    health_care.person is not null or social_care.person is not null as has_extensive_care
  from person_period
  left join burden using (person, period)
  left join charlson using (person, period)
  left join in_use using (person, period)
  left join readmission using (person, period)
  left join health_care using (person, period)
  left join social_care using (person, period)
),
summed as (
  select
    period,
    coalesce(municipality, 'scope') as area,
    count(*) filter (where is_resident) as residents,
    count(*) filter (where is_resident and conditions >= 2) as "MM2",
    count(*) filter (where is_resident and conditions >= 3) as "MM3",
    count(*) filter (where is_resident and age >= 18) as adults,
    count(*) filter (where is_resident and age >= 18 and score >= 3) as "CCI3",
    count(*) filter (where is_resident and age >= 75) as old,
    count(*) filter (where is_resident and age >= 75 and drugs >= 5) as "POLY5",
    coalesce(sum(discharges) filter (where age >= 65), 0) as discharges,
    coalesce(sum(readmitted) filter (where age >= 65), 0) as "READM30",
    count(*) filter (where is_resident and age >= 65 and is_sending) as elderly,
    count(*) filter (where is_resident and age >= 65 and is_sending and has_extensive_care)
      as "MSA65"
  from told
  group by grouping sets ((period), (period, municipality))
),
named as (
  select
    period,
    area,
    unnest([
      {'indicator': 'MM2', 'numerator': "MM2", 'denominator': residents},
      {'indicator': 'MM3', 'numerator': "MM3", 'denominator': residents},
      {'indicator': 'CCI3', 'numerator': "CCI3", 'denominator': adults},
      {'indicator': 'POLY5', 'numerator': "POLY5", 'denominator': old},
      {'indicator': 'READM30', 'numerator': "READM30", 'denominator': discharges},
      {'indicator': 'MSA65', 'numerator': "MSA65", 'denominator': elderly}
    ]) as value
  from summed
)
select period, area, value.indicator, value.numerator, value.denominator
from named
where value.denominator > 0;
