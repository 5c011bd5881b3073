-- AlterTable
ALTER TABLE "schedule_window" ADD COLUMN     "missed" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "worker" ADD COLUMN     "ended" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "lateness" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "node" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "queue" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "punctuality" (
    "minute_at" TIMESTAMPTZ(3) NOT NULL,
    "location_id" SMALLINT NOT NULL,
    "due" INTEGER NOT NULL,
    "ran" INTEGER NOT NULL,
    "missed" INTEGER NOT NULL,
    "windows_missed" INTEGER NOT NULL,
    "lateness" INTEGER[],

    CONSTRAINT "punctuality_pkey" PRIMARY KEY ("minute_at","location_id")
);

-- AddForeignKey
ALTER TABLE "punctuality" ADD CONSTRAINT "punctuality_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE CASCADE ON UPDATE CASCADE;
