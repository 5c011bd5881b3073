-- AlterTable
ALTER TABLE "location" ADD COLUMN     "cut_off_until" TIMESTAMPTZ(3);
