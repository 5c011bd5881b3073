-- CreateTable (by hand: unlogged, since a crash that loses a lease of seconds loses nothing)
CREATE UNLOGGED TABLE "address_turn" (
    "address" TEXT NOT NULL,
    "port" INTEGER NOT NULL,
    "worker" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "address_turn_pkey" PRIMARY KEY ("address","port")
);

-- CreateTable (by hand: unlogged)
CREATE UNLOGGED TABLE "address_pace" (
    "address" TEXT NOT NULL,
    "used_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "address_pace_pkey" PRIMARY KEY ("address")
);

-- By hand: rows that change with every connection stay on their page (HOT updates).
ALTER TABLE "address_turn" SET (fillfactor = 50);
ALTER TABLE "address_pace" SET (fillfactor = 50);
