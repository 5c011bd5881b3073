-- CreateTable
CREATE TABLE "mailflow_run" (
    "token" TEXT NOT NULL,
    "team_id" INTEGER NOT NULL,
    "monitor_id" INTEGER,
    "slot_at" TIMESTAMPTZ(3),
    "revision" INTEGER,
    "trial_id" TEXT,
    "sent_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "recipients" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "found_at" TIMESTAMPTZ(3),
    "arrived_at" TIMESTAMPTZ(3),
    "folder" TEXT,
    "is_junk" BOOLEAN,

    CONSTRAINT "mailflow_run_pkey" PRIMARY KEY ("token")
);

-- CreateTable
CREATE TABLE "mailflow_team_use" (
    "team_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "taken" INTEGER NOT NULL,

    CONSTRAINT "mailflow_team_use_pkey" PRIMARY KEY ("team_id","day")
);

-- CreateTable
CREATE TABLE "mailflow_domain_use" (
    "domain" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "taken" INTEGER NOT NULL,

    CONSTRAINT "mailflow_domain_use_pkey" PRIMARY KEY ("domain","day")
);

-- CreateIndex
CREATE UNIQUE INDEX "mailflow_run_trial_id_key" ON "mailflow_run"("trial_id");

-- CreateIndex
CREATE INDEX "mailflow_run_team_id_idx" ON "mailflow_run"("team_id");

-- CreateIndex
CREATE INDEX "mailflow_run_slot_at_idx" ON "mailflow_run"("slot_at");

-- CreateIndex
CREATE UNIQUE INDEX "mailflow_run_monitor_id_slot_at_key" ON "mailflow_run"("monitor_id", "slot_at");

-- AddForeignKey
ALTER TABLE "mailflow_run" ADD CONSTRAINT "mailflow_run_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailflow_run" ADD CONSTRAINT "mailflow_run_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailflow_run" ADD CONSTRAINT "mailflow_run_trial_id_fkey" FOREIGN KEY ("trial_id") REFERENCES "trial"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailflow_team_use" ADD CONSTRAINT "mailflow_team_use_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;
