-- What the rows of increments have to be, from the raw bytes alone. One day of window, no switchers.
WITH exposure AS (
  SELECT value::jsonb ->> 'experiment' AS experiment,
         value::jsonb ->> 'unit' AS unit,
         value::jsonb ->> 'variant' AS variant,
         (value::jsonb ->> 'epoch')::int AS epoch,
         (value::jsonb ->> 'time')::timestamptz AS at
  FROM raw_fact
  WHERE topic = 'evenlot.exposures' AND value::jsonb ->> 'experiment' LIKE 'upworthy-%'
),
first_exposure AS (
  SELECT DISTINCT ON (experiment, unit) experiment, unit, variant, epoch, at
  FROM exposure
  ORDER BY experiment, unit, at
),
click AS (
  SELECT DISTINCT value::jsonb ->> 'id' AS id,
         value::jsonb ->> 'unit' AS unit,
         (value::jsonb ->> 'time')::timestamptz AS at
  FROM raw_fact
  WHERE topic = 'evenlot.events' AND value::jsonb ->> 'metric' = 'click'
),
converted AS (
  SELECT e.experiment, e.unit, min(c.at) AS at
  FROM first_exposure e
  JOIN click c ON c.unit = e.unit AND c.at >= e.at AND c.at < e.at + interval '1 day'
  GROUP BY e.experiment, e.unit
),
unit_day AS (
  SELECT experiment, epoch, variant, '$exposures' AS metric,
         (at AT TIME ZONE 'UTC')::date AS exposure_day, (at AT TIME ZONE 'UTC')::date AS event_day,
         1 AS n, 0 AS y
  FROM first_exposure
  UNION ALL
  SELECT experiment, epoch, variant, 'click',
         (at AT TIME ZONE 'UTC')::date, (at AT TIME ZONE 'UTC')::date, 1, 0
  FROM first_exposure
  UNION ALL
  SELECT e.experiment, e.epoch, e.variant, 'click',
         (e.at AT TIME ZONE 'UTC')::date, (c.at AT TIME ZONE 'UTC')::date, 0, 1
  FROM first_exposure e
  JOIN converted c USING (experiment, unit)
)
SELECT experiment, epoch, variant, metric, exposure_day, event_day,
       sum(n) AS n, sum(y)::bigint AS sum_y, sum(y * y)::bigint AS sum_yy
FROM unit_day
GROUP BY experiment, epoch, variant, metric, exposure_day, event_day
