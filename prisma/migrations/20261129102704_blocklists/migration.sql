-- CreateTable
CREATE TABLE "dns_list" (
    "id" SERIAL NOT NULL,
    "team_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "holds" TEXT[],
    "weight" TEXT NOT NULL,
    "delist_url" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dns_list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dns_list_key" (
    "id" SERIAL NOT NULL,
    "team_id" INTEGER NOT NULL,
    "list" TEXT NOT NULL,
    "secret" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dns_list_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "listing" (
    "monitor_id" INTEGER NOT NULL,
    "entry" TEXT NOT NULL,
    "list" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "why" TEXT,
    "detail" TEXT,
    "listed_since" TIMESTAMPTZ(3),
    "delisted_at" TIMESTAMPTZ(3),
    "codes" TEXT[],
    "says" TEXT[],
    "text" TEXT,
    "weight" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "listing_pkey" PRIMARY KEY ("monitor_id","entry","list")
);

-- CreateTable
CREATE TABLE "listing_change" (
    "id" SERIAL NOT NULL,
    "monitor_id" INTEGER NOT NULL,
    "entry" TEXT NOT NULL,
    "list" TEXT NOT NULL,
    "is_listed" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "codes" TEXT[],
    "text" TEXT,

    CONSTRAINT "listing_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "dns_list_team_id_zone_key" ON "dns_list"("team_id", "zone");

-- CreateIndex
CREATE UNIQUE INDEX "dns_list_key_team_id_list_key" ON "dns_list_key"("team_id", "list");

-- CreateIndex
CREATE INDEX "listing_asked_at_idx" ON "listing"("asked_at");

-- CreateIndex
CREATE INDEX "listing_change_monitor_id_at_idx" ON "listing_change"("monitor_id", "at");

-- CreateIndex
CREATE INDEX "listing_change_at_idx" ON "listing_change"("at");

-- AddForeignKey
ALTER TABLE "dns_list" ADD CONSTRAINT "dns_list_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dns_list_key" ADD CONSTRAINT "dns_list_key_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing" ADD CONSTRAINT "listing_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing_change" ADD CONSTRAINT "listing_change_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitor"("id") ON DELETE CASCADE ON UPDATE CASCADE;
