-- CreateEnum
CREATE TYPE "incident_from" AS ENUM ('down', 'degraded');

-- AlterEnum
ALTER TYPE "message_kind" ADD VALUE 'incident_worsened';
ALTER TYPE "message_kind" ADD VALUE 'change';

-- AlterTable
ALTER TABLE "monitor" ADD COLUMN     "incident_from" "incident_from" NOT NULL DEFAULT 'down',
ADD COLUMN     "secret" BYTEA,
ADD COLUMN     "tell_of" TEXT[] NOT NULL DEFAULT ARRAY['certificate-expiry', 'starttls']::TEXT[];

-- AlterTable
ALTER TABLE "trial" ADD COLUMN     "from_monitor_id" INTEGER,
ADD COLUMN     "secret" BYTEA;

-- By hand: what were timings are the same stages without what the server answered in them.
ALTER TABLE "transcript" RENAME COLUMN "timings" TO "stages";
UPDATE "transcript"
SET "stages" = (
  SELECT jsonb_agg(jsonb_build_object('reply', NULL) || "stage" ORDER BY "position")
  FROM jsonb_array_elements("stages") WITH ORDINALITY AS "each" ("stage", "position")
)
WHERE jsonb_array_length("stages") > 0;

-- AlterTable
ALTER TABLE "health" ADD COLUMN     "login_refused_revision" INTEGER,
ADD COLUMN     "retry_at" TIMESTAMPTZ(3),
ADD COLUMN     "seen_hash" INTEGER,
ADD COLUMN     "starttls_revision" INTEGER;

-- AlterTable
ALTER TABLE "incident" ADD COLUMN     "status" "status" NOT NULL DEFAULT 'down';

-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "change_id" INTEGER;

-- CreateTable
CREATE TABLE "domain_proof" (
    "id" SERIAL NOT NULL,
    "team_id" INTEGER NOT NULL,
    "domain" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "wanted_at" TIMESTAMPTZ(3),
    "claimed_at" TIMESTAMPTZ(3),
    "looked_at" TIMESTAMPTZ(3),
    "found" TEXT,
    "proved_at" TIMESTAMPTZ(3),

    CONSTRAINT "domain_proof_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seen" (
    "monitor_id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "facts" JSONB NOT NULL,
    "memory" JSONB NOT NULL,
    "certificate_ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "seen_pkey" PRIMARY KEY ("monitor_id")
);

-- CreateTable
CREATE TABLE "change" (
    "id" SERIAL NOT NULL,
    "monitor_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "slot_at" TIMESTAMPTZ(3) NOT NULL,
    "location_id" SMALLINT NOT NULL,
    "aspect" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB NOT NULL,

    CONSTRAINT "change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "domain_proof_wanted_at_idx" ON "domain_proof"("wanted_at");

-- CreateIndex
CREATE UNIQUE INDEX "domain_proof_team_id_domain_key" ON "domain_proof"("team_id", "domain");

-- CreateIndex
CREATE INDEX "change_at_idx" ON "change"("at");

-- CreateIndex
CREATE UNIQUE INDEX "change_monitor_id_slot_at_location_id_aspect_key" ON "change"("monitor_id", "slot_at", "location_id", "aspect");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_change_id_channel_id_key" ON "delivery"("change_id", "channel_id");

-- AddForeignKey
ALTER TABLE "domain_proof" ADD CONSTRAINT "domain_proof_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trial" ADD CONSTRAINT "trial_from_monitor_id_fkey" FOREIGN KEY ("from_monitor_id") REFERENCES "monitor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seen" ADD CONSTRAINT "seen_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "change"("id") ON DELETE SET NULL ON UPDATE CASCADE;
