-- CreateTable
CREATE TABLE "inbound_address" (
    "token" TEXT NOT NULL,
    "monitor_id" INTEGER,
    "trial_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inbound_address_pkey" PRIMARY KEY ("token")
);

-- CreateTable
CREATE TABLE "inbound_message" (
    "id" SERIAL NOT NULL,
    "address" TEXT NOT NULL,
    "run_token" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_at" TIMESTAMPTZ(3),
    "sender" TEXT NOT NULL,
    "peer" TEXT NOT NULL,
    "helo" TEXT NOT NULL,
    "tls" TEXT,
    "raw" BYTEA NOT NULL,

    CONSTRAINT "inbound_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbound_receiver" (
    "id" TEXT NOT NULL,
    "listens_at" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "beat_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "received" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "inbound_receiver_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "inbound_address_monitor_id_key" ON "inbound_address"("monitor_id");

-- CreateIndex
CREATE UNIQUE INDEX "inbound_address_trial_id_key" ON "inbound_address"("trial_id");

-- CreateIndex
CREATE INDEX "inbound_message_address_id_idx" ON "inbound_message"("address", "id");

-- CreateIndex
CREATE INDEX "inbound_message_received_at_idx" ON "inbound_message"("received_at");

-- AddForeignKey
ALTER TABLE "inbound_address" ADD CONSTRAINT "inbound_address_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbound_address" ADD CONSTRAINT "inbound_address_trial_id_fkey" FOREIGN KEY ("trial_id") REFERENCES "trial"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbound_message" ADD CONSTRAINT "inbound_message_address_fkey" FOREIGN KEY ("address") REFERENCES "inbound_address"("token") ON DELETE CASCADE ON UPDATE CASCADE;
