-- AlterEnum
ALTER TYPE "message_kind" ADD VALUE 'code';

-- CreateTable
CREATE TABLE "channel_code" (
    "channel_id" INTEGER NOT NULL,
    "code" BYTEA NOT NULL,
    "config" JSONB NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "channel_code_pkey" PRIMARY KEY ("channel_id")
);

-- AddForeignKey
ALTER TABLE "channel_code" ADD CONSTRAINT "channel_code_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "channel"("id") ON DELETE CASCADE ON UPDATE CASCADE;
