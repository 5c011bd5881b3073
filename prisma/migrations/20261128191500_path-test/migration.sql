-- AlterEnum
ALTER TYPE "message_kind" ADD VALUE 'sign_of_life';

-- CreateTable
CREATE TABLE "path_test" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "monitor_id" INTEGER NOT NULL,
    "channel_id" INTEGER NOT NULL,
    "told_slot" TIMESTAMPTZ(3),

    CONSTRAINT "path_test_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "path_test_monitor_id_key" ON "path_test"("monitor_id");

-- CreateIndex
CREATE UNIQUE INDEX "path_test_channel_id_key" ON "path_test"("channel_id");

-- AddForeignKey
ALTER TABLE "path_test" ADD CONSTRAINT "path_test_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "path_test" ADD CONSTRAINT "path_test_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "channel"("id") ON DELETE CASCADE ON UPDATE CASCADE;
