-- AlterEnum
ALTER TYPE "delivery_status" ADD VALUE 'gathered';

-- AlterEnum
ALTER TYPE "message_kind" ADD VALUE 'digest';

-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "gathered_in" INTEGER,
ADD COLUMN     "released_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "delivery_channel_id_released_at_idx" ON "delivery"("channel_id", "released_at");

-- CreateIndex
CREATE INDEX "delivery_channel_id_monitor_id_id_idx" ON "delivery"("channel_id", "monitor_id", "id");

-- CreateIndex
CREATE INDEX "delivery_gathered_in_idx" ON "delivery"("gathered_in");

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_gathered_in_fkey" FOREIGN KEY ("gathered_in") REFERENCES "delivery"("id") ON DELETE SET NULL ON UPDATE CASCADE;
