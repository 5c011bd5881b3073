-- Timings in a byte or two each (db/result/pack-timings.ts) instead of a smallint[], which has twenty bytes of head.
CREATE FUNCTION "varint"("number" BIGINT) RETURNS BYTEA LANGUAGE SQL IMMUTABLE AS $$
    SELECT CASE WHEN number < 128 THEN set_byte('\x00', 0, number::int)
        ELSE set_byte('\x00', 0, (number & 127)::int | 128) || varint(number >> 7) END
$$;
CREATE FUNCTION "packed"("timings" SMALLINT[]) RETURNS BYTEA LANGUAGE SQL IMMUTABLE AS $$
    SELECT coalesce(string_agg(varint(CASE WHEN ms < 0 THEN 1 ELSE ms + 2 END), '' ORDER BY position), '')
    FROM unnest(timings) WITH ORDINALITY AS each (ms, position)
$$;

-- AlterTable
ALTER TABLE "result" ALTER COLUMN "timings" TYPE BYTEA USING "packed"("timings"), ALTER COLUMN "timings" SET NOT NULL;
DROP FUNCTION "packed";

-- What a check is known by in the partition of its day, in one number: hour, monitor, second of the hour and location
-- (docs/decisions/016-a-stored-check.md). PostgreSQL has no unique index on an expression over several partitions, so each has its own.
CREATE FUNCTION "check_key"("slot_at" TIMESTAMPTZ, "monitor_id" INTEGER, "location_id" SMALLINT) RETURNS BIGINT
    LANGUAGE SQL IMMUTABLE PARALLEL SAFE
    RETURN (extract(hour FROM slot_at - date_bin('1 day', slot_at, 'epoch'))::bigint << 58) | (monitor_id::bigint << 27)
        | (extract(epoch FROM slot_at - date_bin('1 hour', slot_at, 'epoch'))::bigint << 15) | location_id;

ALTER TABLE "result" DROP CONSTRAINT "result_pkey";
-- The statements of a migration are told apart by their semicolons, so inside of one they are written as \x3B.
DO E'DECLARE
    partition TEXT\x3B
BEGIN
    FOR partition IN SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = \'result\'::regclass LOOP
        EXECUTE format(\'CREATE UNIQUE INDEX %I ON %s (check_key(slot_at, monitor_id, location_id))\', partition || \'_key\', partition)\x3B
    END LOOP\x3B
END';

-- Tallies with their histograms (db/rollup/pack-tallies.ts) instead of sums and counts. Of the hours that are counted already only
-- the sums are known.
CREATE FUNCTION "packed"("sums" BIGINT[], "counts" INTEGER[]) RETURNS BYTEA LANGUAGE SQL IMMUTABLE AS $$
    SELECT '\x00'::bytea || coalesce(string_agg(
        CASE WHEN checks > 0 THEN varint(checks) || varint(sum_ms) || '\x00'::bytea ELSE '\x00'::bytea END, '' ORDER BY position), '')
    FROM unnest(sums, counts) WITH ORDINALITY AS each (sum_ms, checks, position)
$$;

-- AlterTable
ALTER TABLE "rollup_hour" ADD COLUMN "tallies" BYTEA;
UPDATE "rollup_hour" SET "tallies" = "packed"("stage_sum_ms"::bigint[], "stage_counts");
ALTER TABLE "rollup_hour" ALTER COLUMN "tallies" SET NOT NULL, DROP COLUMN "stage_sum_ms", DROP COLUMN "stage_counts",
    ALTER COLUMN "up" TYPE SMALLINT, ALTER COLUMN "degraded" TYPE SMALLINT, ALTER COLUMN "down" TYPE SMALLINT,
    ALTER COLUMN "unknown" TYPE SMALLINT;

-- AlterTable
ALTER TABLE "rollup_day" ADD COLUMN "tallies" BYTEA;
UPDATE "rollup_day" SET "tallies" = "packed"("stage_sum_ms", "stage_counts");
ALTER TABLE "rollup_day" ALTER COLUMN "tallies" SET NOT NULL, DROP COLUMN "stage_sum_ms", DROP COLUMN "stage_counts";

DROP FUNCTION "packed";
DROP FUNCTION "varint";

-- CreateTable
CREATE TABLE "rollup_progress" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "closed_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rollup_progress_pkey" PRIMARY KEY ("id")
);
INSERT INTO "rollup_progress" ("closed_until") VALUES ('epoch');

-- Up to when hours are closed, which stays so until the transaction ends. A volatile function reads what is committed once it has the lock.
CREATE FUNCTION "hours_closed_until"() RETURNS TIMESTAMPTZ LANGUAGE SQL VOLATILE AS
    E'SELECT pg_advisory_xact_lock_shared(hashtext(\'rollup_progress\'))\x3B SELECT closed_until FROM rollup_progress';

-- CreateTable
CREATE TABLE "rollup_due" (
    "hour_at" TIMESTAMPTZ(3) NOT NULL,
    "from_monitor" INTEGER NOT NULL,
    "to_monitor" INTEGER NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rollup_due_pkey" PRIMARY KEY ("hour_at","from_monitor","to_monitor")
);

-- CreateIndex
CREATE INDEX "rollup_day_day_at_idx" ON "rollup_day"("day_at");
