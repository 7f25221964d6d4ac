-- Text is compared by bytes (COLLATE "C"): an index then survives a new version of the
-- operating system's collations, and is faster.

CREATE TABLE evenlot.experiment (
  key text COLLATE "C" PRIMARY KEY,
  document jsonb NOT NULL CHECK (document ->> 'key' = key)
);

COMMENT ON TABLE evenlot.experiment IS
  'What is configured: one experiment a row.';
COMMENT ON COLUMN evenlot.experiment.key IS
  'The key by which code, events and rows refer to the experiment.';
COMMENT ON COLUMN evenlot.experiment.document IS
  'The whole experiment, as docs/reference/experiment.md describes it.';


CREATE TABLE evenlot.job_epoch (
  origin text COLLATE "C" PRIMARY KEY CHECK (origin IN ('STREAM', 'BATCH')),
  last_issued bigint NOT NULL DEFAULT 0,
  lowest_valid bigint NOT NULL DEFAULT 1
);

INSERT INTO evenlot.job_epoch (origin) VALUES ('STREAM'), ('BATCH');

COMMENT ON TABLE evenlot.job_epoch IS
  'The numbers by which a later job outranks an earlier one. Two rows, for ever.';
COMMENT ON COLUMN evenlot.job_epoch.origin IS
  'Which job: STREAM or BATCH.';
COMMENT ON COLUMN evenlot.job_epoch.last_issued IS
  'The number that the newest job got; 0 before the first.';
COMMENT ON COLUMN evenlot.job_epoch.lowest_valid IS
  'Jobs with a lower number write nothing any more, since their rows have been removed.';


CREATE TABLE evenlot.metric_row (
  origin text COLLATE "C" NOT NULL CHECK (origin IN ('STREAM', 'BATCH')),
  experiment text COLLATE "C" NOT NULL,
  epoch integer NOT NULL,
  variant text COLLATE "C" NOT NULL,
  metric text COLLATE "C" NOT NULL,
  exposure_day date NOT NULL,
  event_day date NOT NULL,
  n bigint NOT NULL,
  -- A sum is an integer of 128 bits, which has 39 digits, in millionths; a product in millionths
  -- of millionths.
  sum_y numeric(39, 6) NOT NULL,
  sum_yy numeric(39, 12) NOT NULL,
  sum_x numeric(39, 6) NOT NULL,
  sum_xx numeric(39, 12) NOT NULL,
  sum_xy numeric(39, 12) NOT NULL,
  sum_c numeric(39, 6) NOT NULL,
  sum_cc numeric(39, 12) NOT NULL,
  sum_yc numeric(39, 12) NOT NULL,
  job_epoch bigint NOT NULL,
  sequence bigint NOT NULL,
  PRIMARY KEY (origin, experiment, epoch, variant, metric, exposure_day, event_day)
)
-- Rows are overwritten each minute. Room on the page lets the new version stay on it, so that no
-- index entry has to be written.
WITH (fillfactor = 70);

COMMENT ON TABLE evenlot.metric_row IS
  'By how much the facts of one event day changed the cumulative moments of the units first '
  'exposed on one day. Meaningful are only sums over all event days up to some day, over any '
  'exposure days: the moments as of that day. A sum over a range of event days that does not '
  'begin with the first is not the moments of anything. Days are days of UTC.';
COMMENT ON COLUMN evenlot.metric_row.origin IS
  'Which job computed the row: STREAM is up to date within a checkpoint, BATCH is authoritative.';
COMMENT ON COLUMN evenlot.metric_row.experiment IS
  'The key of the experiment.';
COMMENT ON COLUMN evenlot.metric_row.epoch IS
  'The epoch of the units'' first exposure: 1, and one more after each change of the weights.';
COMMENT ON COLUMN evenlot.metric_row.variant IS
  'The variant of the units'' first exposure.';
COMMENT ON COLUMN evenlot.metric_row.metric IS
  'The key of the metric, or a reserved name whose rows only count units: $exposures the units '
  'that are analysed, $switchers those seen in two variants and taken out of both, $mismatches '
  'those with an exposure to a variant that their bucket does not give.';
COMMENT ON COLUMN evenlot.metric_row.exposure_day IS
  'The day of the units'' first exposure.';
COMMENT ON COLUMN evenlot.metric_row.event_day IS
  'The day whose facts made the change.';
COMMENT ON COLUMN evenlot.metric_row.n IS
  'Change of the number of units; negative where units turned out to be switchers.';
COMMENT ON COLUMN evenlot.metric_row.sum_y IS
  'Change of the sum of y over units, y being the unit''s value of the metric, in its unit.';
COMMENT ON COLUMN evenlot.metric_row.sum_yy IS
  'Change of the sum of y squared, in squared units.';
COMMENT ON COLUMN evenlot.metric_row.sum_x IS
  'Change of the sum of x over units, x being the denominator of a ratio; 0 where there is none.';
COMMENT ON COLUMN evenlot.metric_row.sum_xx IS
  'Change of the sum of x squared.';
COMMENT ON COLUMN evenlot.metric_row.sum_xy IS
  'Change of the sum of x times y.';
COMMENT ON COLUMN evenlot.metric_row.sum_c IS
  'Change of the sum of c over units, c being the same metric before the exposure; 0 where there '
  'is no lookback.';
COMMENT ON COLUMN evenlot.metric_row.sum_cc IS
  'Change of the sum of c squared.';
COMMENT ON COLUMN evenlot.metric_row.sum_yc IS
  'Change of the sum of y times c.';
COMMENT ON COLUMN evenlot.metric_row.job_epoch IS
  'The number of the job that wrote the row. A write replaces only rows with a lower '
  '(job_epoch, sequence).';
COMMENT ON COLUMN evenlot.metric_row.sequence IS
  'The place of the write within the job, as the number of its checkpoint.';


CREATE TABLE evenlot.look (
  experiment text COLLATE "C" NOT NULL,
  metric text COLLATE "C" NOT NULL,
  variant text COLLATE "C" NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  previous integer GENERATED ALWAYS AS (nullif(number - 1, 0)) STORED,
  taken_at timestamptz NOT NULL,
  as_of date NOT NULL,
  information double precision NOT NULL,
  z double precision NOT NULL,
  boundary double precision NOT NULL,
  alpha_spent double precision NOT NULL,
  rejected boolean NOT NULL,
  PRIMARY KEY (experiment, metric, variant, number),
  CONSTRAINT look_without_gap FOREIGN KEY (experiment, metric, variant, previous)
    REFERENCES evenlot.look (experiment, metric, variant, number)
);

COMMENT ON TABLE evenlot.look IS
  'Interim analyses, written once before their result is shown, never changed or removed: alpha '
  'once spent stays spent.';
COMMENT ON COLUMN evenlot.look.experiment IS
  'The key of the experiment.';
COMMENT ON COLUMN evenlot.look.metric IS
  'The key of the metric.';
COMMENT ON COLUMN evenlot.look.variant IS
  'The arm that is compared with the control.';
COMMENT ON COLUMN evenlot.look.number IS
  '1 for the first look of the comparison; without gaps.';
COMMENT ON COLUMN evenlot.look.previous IS
  'The number of the look before, which has to exist; null for the first.';
COMMENT ON COLUMN evenlot.look.taken_at IS
  'When the look was taken.';
COMMENT ON COLUMN evenlot.look.as_of IS
  'The day of UTC up to whose end facts counted.';
COMMENT ON COLUMN evenlot.look.information IS
  'The information fraction; above 1 when more came than was planned.';
COMMENT ON COLUMN evenlot.look.z IS
  'The standardised statistic, positive where the arm is above the control.';
COMMENT ON COLUMN evenlot.look.boundary IS
  'What |z| was held against; Infinity where nothing could be rejected.';
COMMENT ON COLUMN evenlot.look.alpha_spent IS
  'The cumulative type I error of the comparison''s family up to this look.';
COMMENT ON COLUMN evenlot.look.rejected IS
  'Whether |z| reached the boundary.';

CREATE FUNCTION evenlot.refuse_change_of_looks() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of evenlot.look is refused: a look is recorded once and for all', TG_OP
    USING ERRCODE = 'restrict_violation';
END
$$;

COMMENT ON FUNCTION evenlot.refuse_change_of_looks IS
  'Keeps evenlot.look append-only.';

CREATE TRIGGER append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON evenlot.look
  FOR EACH STATEMENT EXECUTE FUNCTION evenlot.refuse_change_of_looks();


CREATE VIEW evenlot.metric_day AS
SELECT
  origin,
  experiment,
  variant,
  metric,
  event_day AS day,
  sum(n)::bigint AS n,
  sum(sum_y) AS sum,
  sum(sum_yy) AS sum_of_squares
FROM evenlot.metric_row
GROUP BY origin, experiment, variant, metric, event_day;

COMMENT ON VIEW evenlot.metric_day IS
  'The increments of a day over all epochs and exposure days. Add up all days up to a day for '
  'the moments as of that day, as evenlot.metric_as_of does; a single day''s increment is not '
  'the moments of the units of that day.';
COMMENT ON COLUMN evenlot.metric_day.origin IS
  'Which job computed the rows: STREAM or BATCH.';
COMMENT ON COLUMN evenlot.metric_day.experiment IS
  'The key of the experiment.';
COMMENT ON COLUMN evenlot.metric_day.variant IS
  'The variant of the units'' first exposure.';
COMMENT ON COLUMN evenlot.metric_day.metric IS
  'The key of the metric, or $exposures, $switchers, $mismatches.';
COMMENT ON COLUMN evenlot.metric_day.day IS
  'The day of UTC whose facts made the change.';
COMMENT ON COLUMN evenlot.metric_day.n IS
  'Change of the number of units.';
COMMENT ON COLUMN evenlot.metric_day.sum IS
  'Change of the sum over units of the unit''s value.';
COMMENT ON COLUMN evenlot.metric_day.sum_of_squares IS
  'Change of the sum over units of the unit''s value squared.';


CREATE VIEW evenlot.metric_as_of AS
SELECT
  origin,
  experiment,
  variant,
  metric,
  day,
  (sum(n) OVER up_to_day)::bigint AS n,
  sum(sum) OVER up_to_day AS sum,
  sum(sum_of_squares) OVER up_to_day AS sum_of_squares
FROM evenlot.metric_day
WINDOW up_to_day AS (PARTITION BY origin, experiment, variant, metric ORDER BY day);

COMMENT ON VIEW evenlot.metric_as_of IS
  'The number of units and the sums over them as of the end of a day: what a test is computed '
  'from. A day on which nothing changed has no row; the row before it holds.';
COMMENT ON COLUMN evenlot.metric_as_of.origin IS
  'Which job computed the rows: STREAM or BATCH.';
COMMENT ON COLUMN evenlot.metric_as_of.experiment IS
  'The key of the experiment.';
COMMENT ON COLUMN evenlot.metric_as_of.variant IS
  'The variant of the units'' first exposure.';
COMMENT ON COLUMN evenlot.metric_as_of.metric IS
  'The key of the metric, or $exposures, $switchers, $mismatches.';
COMMENT ON COLUMN evenlot.metric_as_of.day IS
  'The day of UTC up to whose end facts count.';
COMMENT ON COLUMN evenlot.metric_as_of.n IS
  'The number of units.';
COMMENT ON COLUMN evenlot.metric_as_of.sum IS
  'The sum over units of the unit''s value.';
COMMENT ON COLUMN evenlot.metric_as_of.sum_of_squares IS
  'The sum over units of the unit''s value squared.';
