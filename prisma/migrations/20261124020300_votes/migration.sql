-- AlterTable
ALTER TABLE "schedule_window" ADD COLUMN     "is_cut_off" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "health" ADD COLUMN     "contrary_unsure_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "contrary_unsure_since" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "dissent" (
    "monitor_id" INTEGER NOT NULL,
    "slot_at" TIMESTAMPTZ(3) NOT NULL,
    "location_id" SMALLINT NOT NULL,
    "is_outvoted" BOOLEAN NOT NULL,

    CONSTRAINT "dissent_pkey" PRIMARY KEY ("monitor_id","slot_at","location_id")
);

-- CreateIndex
CREATE INDEX "dissent_slot_at_idx" ON "dissent"("slot_at");

-- AddForeignKey
ALTER TABLE "dissent" ADD CONSTRAINT "dissent_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dissent" ADD CONSTRAINT "dissent_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE CASCADE ON UPDATE CASCADE;
