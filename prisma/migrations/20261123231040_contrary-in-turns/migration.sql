-- AlterTable
ALTER TABLE "health" ADD COLUMN     "contrary_all_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "contrary_all_since" TIMESTAMPTZ(3);
