-- CreateTable
CREATE TABLE "recipient" (
    "id" SERIAL NOT NULL,
    "team_id" INTEGER NOT NULL,
    "mailbox" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "proved_at" TIMESTAMPTZ(3),
    "next_attempt_at" TIMESTAMPTZ(3),
    "wanted_at" TIMESTAMPTZ(3),
    "claimed_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "code" BYTEA,
    "code_tries" INTEGER NOT NULL DEFAULT 0,
    "code_expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "recipient_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "recipient_next_attempt_at_idx" ON "recipient"("next_attempt_at");

-- CreateIndex
CREATE UNIQUE INDEX "recipient_team_id_mailbox_key" ON "recipient"("team_id", "mailbox");

-- AddForeignKey
ALTER TABLE "recipient" ADD CONSTRAINT "recipient_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;
