-- AlterEnum
ALTER TYPE "message_kind" ADD VALUE 'monthly';

-- CreateTable
CREATE TABLE "report_link" (
    "id" SERIAL NOT NULL,
    "monitor_id" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,
    "made_by" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "report_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "monthly_mail" (
    "monitor_id" INTEGER NOT NULL,
    "channel_id" INTEGER NOT NULL,
    "time_zone" TEXT NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "monthly_mail_pkey" PRIMARY KEY ("monitor_id","channel_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "report_link_hash_key" ON "report_link"("hash");

-- CreateIndex
CREATE INDEX "report_link_monitor_id_idx" ON "report_link"("monitor_id");

-- CreateIndex
CREATE INDEX "report_link_expires_at_idx" ON "report_link"("expires_at");

-- CreateIndex
CREATE INDEX "monthly_mail_channel_id_idx" ON "monthly_mail"("channel_id");

-- CreateIndex
CREATE INDEX "monthly_mail_next_at_idx" ON "monthly_mail"("next_at");

-- AddForeignKey
ALTER TABLE "report_link" ADD CONSTRAINT "report_link_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_link" ADD CONSTRAINT "report_link_made_by_fkey" FOREIGN KEY ("made_by") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monthly_mail" ADD CONSTRAINT "monthly_mail_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monthly_mail" ADD CONSTRAINT "monthly_mail_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "channel"("id") ON DELETE CASCADE ON UPDATE CASCADE;
