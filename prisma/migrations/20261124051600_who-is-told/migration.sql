-- AlterTable
ALTER TABLE "monitor" ADD COLUMN "policy_id" INTEGER;

-- AlterTable: a channel may be told the same of an incident again, where nobody has acknowledged it.
ALTER TABLE "delivery" ADD COLUMN "turn" SMALLINT NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX "delivery_incident_id_channel_id_kind_turn_key" ON "delivery"("incident_id", "channel_id", "kind", "turn");
DROP INDEX "delivery_incident_id_channel_id_kind_key";

-- CreateTable
CREATE TABLE "contact" (
    "id" SERIAL NOT NULL,
    "team_id" INTEGER NOT NULL,
    "user_id" INTEGER,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_channel" (
    "contact_id" INTEGER NOT NULL,
    "channel_id" INTEGER NOT NULL,
    "position" SMALLINT NOT NULL,

    CONSTRAINT "contact_channel_pkey" PRIMARY KEY ("contact_id","channel_id")
);

-- CreateTable
CREATE TABLE "escalation_policy" (
    "id" SERIAL NOT NULL,
    "team_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "policy" JSONB NOT NULL,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "escalation_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "on_call_schedule" (
    "id" SERIAL NOT NULL,
    "team_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "rotations" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "on_call_schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "on_call_override" (
    "id" SERIAL NOT NULL,
    "on_call_id" INTEGER NOT NULL,
    "contact_id" INTEGER NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "on_call_override_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "escalation" (
    "incident_id" INTEGER NOT NULL,
    "policy" JSONB NOT NULL,
    "severity" "status" NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "worsened_at" TIMESTAMPTZ(3),
    "unacknowledged_at" TIMESTAMPTZ(3),
    "flapping_from" TIMESTAMPTZ(3),
    "flapping_to" TIMESTAMPTZ(3),
    "has_recovered" BOOLEAN NOT NULL DEFAULT false,
    "look_at" TIMESTAMPTZ(3),

    CONSTRAINT "escalation_pkey" PRIMARY KEY ("incident_id")
);

-- CreateTable
CREATE TABLE "telling" (
    "id" SERIAL NOT NULL,
    "incident_id" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "run_at" TIMESTAMPTZ(3) NOT NULL,
    "step" SMALLINT NOT NULL,
    "round" SMALLINT NOT NULL,
    "channel_id" INTEGER,
    "contact_id" INTEGER,
    "is_lost" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "delivery_id" INTEGER,

    CONSTRAINT "telling_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "monitor_policy_id_idx" ON "monitor"("policy_id");

-- CreateIndex
CREATE INDEX "contact_team_id_idx" ON "contact"("team_id");

-- CreateIndex
CREATE INDEX "contact_channel_channel_id_idx" ON "contact_channel"("channel_id");

-- CreateIndex
CREATE INDEX "escalation_policy_team_id_idx" ON "escalation_policy"("team_id");

-- A team has one default, which Prisma cannot say.
CREATE UNIQUE INDEX "escalation_policy_default_key" ON "escalation_policy"("team_id") WHERE "is_default";

-- CreateIndex
CREATE INDEX "on_call_schedule_team_id_idx" ON "on_call_schedule"("team_id");

-- CreateIndex
CREATE INDEX "on_call_override_on_call_id_to_at_idx" ON "on_call_override"("on_call_id", "to_at");

-- CreateIndex
CREATE INDEX "on_call_override_contact_id_idx" ON "on_call_override"("contact_id");

-- CreateIndex
CREATE INDEX "escalation_look_at_idx" ON "escalation"("look_at");

-- CreateIndex
CREATE UNIQUE INDEX "telling_delivery_id_key" ON "telling"("delivery_id");

-- Nobody is told twice by a step in a round, and a step is taken once. Prisma cannot say that nulls are alike.
CREATE UNIQUE INDEX "telling_key" ON "telling"("incident_id", "what", "run_at", "step", "round", "channel_id") NULLS NOT DISTINCT;

-- AddForeignKey
ALTER TABLE "monitor" ADD CONSTRAINT "monitor_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "escalation_policy"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_channel" ADD CONSTRAINT "contact_channel_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_channel" ADD CONSTRAINT "contact_channel_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "channel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "escalation_policy" ADD CONSTRAINT "escalation_policy_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "on_call_schedule" ADD CONSTRAINT "on_call_schedule_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "on_call_override" ADD CONSTRAINT "on_call_override_on_call_id_fkey" FOREIGN KEY ("on_call_id") REFERENCES "on_call_schedule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "on_call_override" ADD CONSTRAINT "on_call_override_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "telling" ADD CONSTRAINT "telling_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "telling" ADD CONSTRAINT "telling_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "delivery"("id") ON DELETE SET NULL ON UPDATE CASCADE;
