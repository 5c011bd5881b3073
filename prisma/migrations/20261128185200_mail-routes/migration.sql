-- CreateTable
CREATE TABLE "mail_route" (
    "name" TEXT NOT NULL,
    "is_relay" BOOLEAN NOT NULL,
    "servers" JSONB,
    "looked_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimed_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_route_pkey" PRIMARY KEY ("name","is_relay")
);

-- CreateIndex
CREATE INDEX "mail_route_next_at_idx" ON "mail_route"("next_at");
