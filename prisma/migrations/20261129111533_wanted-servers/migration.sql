-- AlterTable
ALTER TABLE "team" ADD COLUMN     "frozen_at" TIMESTAMPTZ(3),
ADD COLUMN     "frozen_from" TIMESTAMPTZ(3),
ADD COLUMN     "frozen_why" TEXT;

-- CreateTable
CREATE TABLE "wanted_server" (
    "team_id" INTEGER NOT NULL,
    "host" TEXT NOT NULL,
    "port" INTEGER NOT NULL,
    "wanted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "wanted_server_pkey" PRIMARY KEY ("team_id","host","port")
);

-- CreateIndex
CREATE INDEX "wanted_server_wanted_at_idx" ON "wanted_server"("wanted_at");

-- AddForeignKey
ALTER TABLE "wanted_server" ADD CONSTRAINT "wanted_server_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;
