-- AlterEnum
ALTER TYPE "message_kind" ADD VALUE 'channel_revoked';

-- CreateTable
CREATE TABLE "revocation" (
    "team_id" INTEGER NOT NULL,
    "address" TEXT NOT NULL,
    "revoked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revocation_pkey" PRIMARY KEY ("team_id","address")
);

-- AddForeignKey
ALTER TABLE "revocation" ADD CONSTRAINT "revocation_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;
