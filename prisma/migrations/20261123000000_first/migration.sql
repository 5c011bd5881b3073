-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('owner', 'admin', 'member', 'viewer');

-- CreateEnum
CREATE TYPE "monitor_kind" AS ENUM ('smtp', 'imap', 'pop3', 'mailflow', 'domain', 'blocklist');

-- CreateEnum
CREATE TYPE "channel_kind" AS ENUM ('email', 'sms', 'phone', 'chat', 'webhook');

-- CreateEnum
CREATE TYPE "status" AS ENUM ('up', 'degraded', 'down', 'unknown');

-- CreateEnum
CREATE TYPE "health_status" AS ENUM ('up', 'degraded', 'down', 'unknown', 'paused', 'maintenance');

-- CreateEnum
CREATE TYPE "window_state" AS ENUM ('queued', 'running', 'done', 'missed');

-- CreateEnum
CREATE TYPE "delivery_status" AS ENUM ('pending', 'sending', 'sent', 'failed');

-- CreateEnum
CREATE TYPE "message_kind" AS ENUM ('incident_opened', 'incident_resolved', 'test');

-- CreateEnum
CREATE TYPE "token_purpose" AS ENUM ('sign_up', 'reset_password');

-- CreateTable
CREATE TABLE "user" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "session_version" INTEGER NOT NULL DEFAULT 0,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "team_id" INTEGER NOT NULL,
    "user_id" INTEGER NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("team_id","user_id")
);

-- CreateTable
CREATE TABLE "token" (
    "hash" BYTEA NOT NULL,
    "account_mail_id" INTEGER NOT NULL,
    "purpose" "token_purpose" NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "token_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "account_mail" (
    "id" SERIAL NOT NULL,
    "purpose" "token_purpose" NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT,
    "status" "delivery_status" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "monitor" (
    "id" SERIAL NOT NULL,
    "team_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "monitor_kind" NOT NULL,
    "target" JSONB NOT NULL,
    "target_hash" SMALLINT NOT NULL,
    "interval_s" INTEGER NOT NULL,
    "time_limit_s" INTEGER NOT NULL,
    "confirmations" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "paused_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "monitor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "monitor_channel" (
    "monitor_id" INTEGER NOT NULL,
    "channel_id" INTEGER NOT NULL,

    CONSTRAINT "monitor_channel_pkey" PRIMARY KEY ("monitor_id","channel_id")
);

-- CreateTable
CREATE TABLE "monitor_location" (
    "monitor_id" INTEGER NOT NULL,
    "location_id" SMALLINT NOT NULL,

    CONSTRAINT "monitor_location_pkey" PRIMARY KEY ("monitor_id","location_id")
);

-- CreateTable
CREATE TABLE "location" (
    "id" SMALLSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "location_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schedule" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "epoch" INTEGER NOT NULL DEFAULT 0,
    "leader" TEXT,
    "cursor_at" TIMESTAMPTZ(3),
    "beat_at" TIMESTAMPTZ(3),

    CONSTRAINT "schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schedule_window" (
    "window_at" TIMESTAMPTZ(3) NOT NULL,
    "location_id" SMALLINT NOT NULL,
    "shard" SMALLINT NOT NULL,
    "shards" SMALLINT NOT NULL,
    "state" "window_state" NOT NULL DEFAULT 'queued',
    "due" INTEGER,
    "ran" INTEGER,
    "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "schedule_window_pkey" PRIMARY KEY ("window_at","location_id","shard")
);

-- CreateTable
CREATE TABLE "worker" (
    "id" TEXT NOT NULL,
    "location_id" SMALLINT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "beat_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "queue_at" TIMESTAMPTZ(3),

    CONSTRAINT "worker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_request" (
    "id" SERIAL NOT NULL,
    "monitor_id" INTEGER NOT NULL,
    "user_id" INTEGER,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimed_at" TIMESTAMPTZ(3),

    CONSTRAINT "check_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trial" (
    "id" TEXT NOT NULL,
    "team_id" INTEGER NOT NULL,
    "user_id" INTEGER NOT NULL,
    "target" JSONB NOT NULL,
    "time_limit_s" INTEGER NOT NULL,
    "lines" JSONB NOT NULL DEFAULT '[]',
    "result" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimed_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "trial_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "result" (
    "slot_at" TIMESTAMPTZ(3) NOT NULL,
    "monitor_id" INTEGER NOT NULL,
    "status" "status" NOT NULL,
    "location_id" SMALLINT NOT NULL,
    "late_ms" SMALLINT NOT NULL,
    "reply_code" SMALLINT,
    "reason" TEXT,
    "timings" SMALLINT[],

    CONSTRAINT "result_pkey" PRIMARY KEY ("monitor_id","slot_at","location_id")
) PARTITION BY RANGE ("slot_at");

-- CreateTable
CREATE TABLE "transcript" (
    "monitor_id" INTEGER NOT NULL,
    "slot_at" TIMESTAMPTZ(3) NOT NULL,
    "location_id" SMALLINT NOT NULL,
    "status" "status" NOT NULL,
    "reason" JSONB,
    "timings" JSONB NOT NULL,
    "facts" JSONB NOT NULL,
    "warnings" JSONB NOT NULL,
    "lines" JSONB NOT NULL,
    "good_slot_at" TIMESTAMPTZ(3),

    CONSTRAINT "transcript_pkey" PRIMARY KEY ("monitor_id","slot_at","location_id")
);

-- CreateTable
CREATE TABLE "health" (
    "monitor_id" INTEGER NOT NULL,
    "status" "health_status" NOT NULL DEFAULT 'unknown',
    "reason" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "contrary_status" "status",
    "contrary_reason" TEXT,
    "contrary_count" INTEGER NOT NULL DEFAULT 0,
    "contrary_since" TIMESTAMPTZ(3),
    "last_slot_at" TIMESTAMPTZ(3),
    "last_status" "status",
    "last_reason" TEXT,
    "last_reply_code" SMALLINT,
    "last_ms" INTEGER,
    "good_slot_at" TIMESTAMPTZ(3),
    "incident_id" INTEGER,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "health_pkey" PRIMARY KEY ("monitor_id")
);

-- CreateTable
CREATE TABLE "transition" (
    "id" SERIAL NOT NULL,
    "monitor_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,
    "from" "health_status" NOT NULL,
    "to" "health_status" NOT NULL,
    "reason" TEXT,
    "slot_at" TIMESTAMPTZ(3),
    "location_id" SMALLINT,

    CONSTRAINT "transition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rollup_hour" (
    "monitor_id" INTEGER NOT NULL,
    "hour_at" TIMESTAMPTZ(3) NOT NULL,
    "up" INTEGER NOT NULL,
    "degraded" INTEGER NOT NULL,
    "down" INTEGER NOT NULL,
    "unknown" INTEGER NOT NULL,
    "stage_sum_ms" INTEGER[],
    "stage_counts" INTEGER[],

    CONSTRAINT "rollup_hour_pkey" PRIMARY KEY ("monitor_id","hour_at")
);

-- CreateTable
CREATE TABLE "rollup_day" (
    "monitor_id" INTEGER NOT NULL,
    "day_at" TIMESTAMPTZ(3) NOT NULL,
    "up" INTEGER NOT NULL,
    "degraded" INTEGER NOT NULL,
    "down" INTEGER NOT NULL,
    "unknown" INTEGER NOT NULL,
    "stage_sum_ms" BIGINT[],
    "stage_counts" INTEGER[],

    CONSTRAINT "rollup_day_pkey" PRIMARY KEY ("monitor_id","day_at")
);

-- CreateTable
CREATE TABLE "incident" (
    "id" SERIAL NOT NULL,
    "team_id" INTEGER NOT NULL,
    "monitor_id" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "reason" JSONB NOT NULL,
    "slot_at" TIMESTAMPTZ(3) NOT NULL,
    "location_id" SMALLINT NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by" INTEGER,

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_event" (
    "id" SERIAL NOT NULL,
    "incident_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "incident_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channel" (
    "id" SERIAL NOT NULL,
    "team_id" INTEGER NOT NULL,
    "kind" "channel_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "config" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" SERIAL NOT NULL,
    "team_id" INTEGER NOT NULL,
    "channel_id" INTEGER NOT NULL,
    "monitor_id" INTEGER,
    "incident_id" INTEGER,
    "kind" "message_kind" NOT NULL,
    "message" JSONB NOT NULL,
    "status" "delivery_status" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery_attempt" (
    "id" SERIAL NOT NULL,
    "delivery_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "took_ms" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "detail" TEXT,

    CONSTRAINT "delivery_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mailbox_message" (
    "id" SERIAL NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sender" TEXT NOT NULL,
    "recipients" TEXT[],
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT,
    "raw" BYTEA NOT NULL,

    CONSTRAINT "mailbox_message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "token_account_mail_id_key" ON "token"("account_mail_id");

-- CreateIndex
CREATE INDEX "token_expires_at_idx" ON "token"("expires_at");

-- CreateIndex
CREATE INDEX "account_mail_status_next_attempt_at_idx" ON "account_mail"("status", "next_attempt_at");

-- CreateIndex
CREATE INDEX "account_mail_created_at_idx" ON "account_mail"("created_at");

-- CreateIndex
CREATE INDEX "monitor_team_id_idx" ON "monitor"("team_id");

-- CreateIndex
CREATE INDEX "monitor_target_hash_idx" ON "monitor"("target_hash");

-- CreateIndex
CREATE INDEX "monitor_channel_channel_id_idx" ON "monitor_channel"("channel_id");

-- CreateIndex
CREATE UNIQUE INDEX "location_name_key" ON "location"("name");

-- CreateIndex
CREATE INDEX "schedule_window_state_window_at_idx" ON "schedule_window"("state", "window_at");

-- CreateIndex
CREATE INDEX "worker_beat_at_idx" ON "worker"("beat_at");

-- CreateIndex
CREATE INDEX "check_request_claimed_at_requested_at_idx" ON "check_request"("claimed_at", "requested_at");

-- CreateIndex
CREATE INDEX "trial_claimed_at_created_at_idx" ON "trial"("claimed_at", "created_at");

-- CreateIndex
CREATE INDEX "transcript_slot_at_idx" ON "transcript"("slot_at");

-- CreateIndex
CREATE INDEX "transition_monitor_id_at_idx" ON "transition"("monitor_id", "at");

-- CreateIndex
CREATE INDEX "rollup_hour_hour_at_idx" ON "rollup_hour"("hour_at");

-- CreateIndex
CREATE INDEX "incident_team_id_started_at_idx" ON "incident"("team_id", "started_at");

-- CreateIndex
CREATE INDEX "incident_monitor_id_started_at_idx" ON "incident"("monitor_id", "started_at");

-- CreateIndex
CREATE INDEX "incident_event_incident_id_at_idx" ON "incident_event"("incident_id", "at");

-- CreateIndex
CREATE INDEX "channel_team_id_idx" ON "channel"("team_id");

-- CreateIndex
CREATE INDEX "delivery_status_next_attempt_at_idx" ON "delivery"("status", "next_attempt_at");

-- CreateIndex
CREATE INDEX "delivery_channel_id_created_at_idx" ON "delivery"("channel_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_incident_id_channel_id_kind_key" ON "delivery"("incident_id", "channel_id", "kind");

-- CreateIndex
CREATE INDEX "delivery_attempt_delivery_id_idx" ON "delivery_attempt"("delivery_id");

-- CreateIndex
CREATE INDEX "mailbox_message_received_at_idx" ON "mailbox_message"("received_at");

-- AddForeignKey
ALTER TABLE "token" ADD CONSTRAINT "token_account_mail_id_fkey" FOREIGN KEY ("account_mail_id") REFERENCES "account_mail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monitor" ADD CONSTRAINT "monitor_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monitor_channel" ADD CONSTRAINT "monitor_channel_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monitor_channel" ADD CONSTRAINT "monitor_channel_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "channel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monitor_location" ADD CONSTRAINT "monitor_location_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monitor_location" ADD CONSTRAINT "monitor_location_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_window" ADD CONSTRAINT "schedule_window_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "worker" ADD CONSTRAINT "worker_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_request" ADD CONSTRAINT "check_request_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_request" ADD CONSTRAINT "check_request_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trial" ADD CONSTRAINT "trial_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trial" ADD CONSTRAINT "trial_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transcript" ADD CONSTRAINT "transcript_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "health" ADD CONSTRAINT "health_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transition" ADD CONSTRAINT "transition_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rollup_hour" ADD CONSTRAINT "rollup_hour_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rollup_day" ADD CONSTRAINT "rollup_day_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_acknowledged_by_fkey" FOREIGN KEY ("acknowledged_by") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_event" ADD CONSTRAINT "incident_event_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "channel" ADD CONSTRAINT "channel_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "channel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_attempt" ADD CONSTRAINT "delivery_attempt_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "delivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand, what the schema language cannot say. -----------------------------------------------------------------------

-- One open incident a monitor, whoever opens it.
CREATE UNIQUE INDEX "incident_one_open" ON "incident"("monitor_id") WHERE "resolved_at" IS NULL;

-- Rows that change with every check stay on their page (HOT updates).
ALTER TABLE "health" SET (fillfactor = 70);
ALTER TABLE "schedule" SET (fillfactor = 50);
ALTER TABLE "worker" SET (fillfactor = 50);
ALTER TABLE "schedule_window" SET (fillfactor = 70);

-- The one row of the schedule.
INSERT INTO "schedule" ("id") VALUES (1);
