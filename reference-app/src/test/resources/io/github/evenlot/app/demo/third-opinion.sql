-- What the rows of increments have to be, from the raw bytes alone. One day of window, no switchers.
CREATE TABLE first_exposure AS
SELECT DISTINCT ON (experiment, unit) experiment, unit, variant, epoch, at
FROM (
  SELECT value::jsonb ->> 'experiment' AS experiment,
         value::jsonb ->> 'unit' AS unit,
         value::jsonb ->> 'variant' AS variant,
         (value::jsonb ->> 'epoch')::int AS epoch,
         (value::jsonb ->> 'time')::timestamptz AT TIME ZONE 'UTC' AS at
  FROM raw_fact
  WHERE topic = 'evenlot.exposures' AND value::jsonb ->> 'experiment' LIKE 'upworthy-%'
) AS exposure
ORDER BY experiment, unit, at;

CREATE TABLE click AS
SELECT DISTINCT value::jsonb ->> 'id' AS id,
       value::jsonb ->> 'unit' AS unit,
       (value::jsonb ->> 'time')::timestamptz AT TIME ZONE 'UTC' AS at
FROM raw_fact
WHERE topic = 'evenlot.events' AND value::jsonb ->> 'metric' = 'click';

ANALYZE first_exposure, click;

CREATE TABLE conversion AS
SELECT e.experiment, e.epoch, e.variant, e.at AS exposed, min(c.at) AS at
FROM first_exposure e
JOIN click c ON c.unit = e.unit AND c.at >= e.at AND c.at < e.at + interval '1 day'
GROUP BY e.experiment, e.epoch, e.variant, e.unit, e.at;

SELECT experiment, epoch, variant, metric, exposed::date AS exposure_day, at::date AS event_day,
       sum(n) AS n, sum(y)::bigint AS sum_y, sum(y * y)::bigint AS sum_yy
FROM (
  SELECT experiment, epoch, variant, '$exposures' AS metric, at AS exposed, at, 1 AS n, 0 AS y
  FROM first_exposure
  UNION ALL
  SELECT experiment, epoch, variant, 'click', at, at, 1, 0 FROM first_exposure
  UNION ALL
  SELECT experiment, epoch, variant, 'click', exposed, at, 0, 1 FROM conversion
) AS increment
GROUP BY experiment, epoch, variant, metric, exposed::date, at::date
