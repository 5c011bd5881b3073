-- AlterEnum
ALTER TYPE "message_kind" ADD VALUE 'incident_flapping';

-- AlterTable
ALTER TABLE "monitor" ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "location" ADD COLUMN     "cut_off_since" TIMESTAMPTZ(3),
ADD COLUMN     "cut_off_why" TEXT,
ADD COLUMN     "tested_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "schedule_window" ADD COLUMN     "lateness" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- AlterTable
ALTER TABLE "worker" ADD COLUMN     "probing" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "rss_bytes" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "version" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "waiting" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "health" ADD COLUMN     "flapping_since" TIMESTAMPTZ(3),
ADD COLUMN     "turned_at" TIMESTAMPTZ(3)[] DEFAULT ARRAY[]::TIMESTAMPTZ(3)[],
ADD COLUMN     "votes" JSONB;

-- CreateTable
CREATE TABLE "maintenance" (
    "id" SERIAL NOT NULL,
    "team_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "starts_at" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "duration_min" INTEGER NOT NULL,
    "rule" TEXT,
    "is_for_all" BOOLEAN NOT NULL DEFAULT false,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "maintenance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "maintenance_monitor" (
    "maintenance_id" INTEGER NOT NULL,
    "monitor_id" INTEGER NOT NULL,

    CONSTRAINT "maintenance_monitor_pkey" PRIMARY KEY ("maintenance_id","monitor_id")
);

-- CreateIndex
CREATE INDEX "maintenance_team_id_idx" ON "maintenance"("team_id");

-- CreateIndex
CREATE INDEX "maintenance_monitor_monitor_id_idx" ON "maintenance_monitor"("monitor_id");

-- AddForeignKey
ALTER TABLE "maintenance" ADD CONSTRAINT "maintenance_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "maintenance_monitor" ADD CONSTRAINT "maintenance_monitor_maintenance_id_fkey" FOREIGN KEY ("maintenance_id") REFERENCES "maintenance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "maintenance_monitor" ADD CONSTRAINT "maintenance_monitor_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitor"("id") ON DELETE CASCADE ON UPDATE CASCADE;
