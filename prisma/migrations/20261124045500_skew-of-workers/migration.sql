-- AlterTable
ALTER TABLE "worker" ADD COLUMN     "skew_ms" BIGINT;
