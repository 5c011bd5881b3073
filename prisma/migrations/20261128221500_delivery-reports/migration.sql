-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "report" JSONB,
ADD COLUMN     "report_due_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "delivery_report_due_at_idx" ON "delivery"("report_due_at");
