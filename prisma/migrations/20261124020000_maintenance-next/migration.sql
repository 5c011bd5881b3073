-- AlterTable
ALTER TABLE "maintenance" ADD COLUMN     "next_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "maintenance_next_at_idx" ON "maintenance"("next_at");
