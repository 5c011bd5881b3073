-- AlterTable
ALTER TABLE "trial" ADD COLUMN     "steps" JSONB NOT NULL DEFAULT '[]';
