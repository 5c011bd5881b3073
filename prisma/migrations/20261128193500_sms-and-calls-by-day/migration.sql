-- CreateTable
CREATE TABLE "phone_use" (
    "team_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "kind" "channel_kind" NOT NULL,
    "taken" INTEGER NOT NULL,
    "units" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "phone_use_pkey" PRIMARY KEY ("team_id","day","kind")
);

-- AddForeignKey
ALTER TABLE "phone_use" ADD CONSTRAINT "phone_use_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;
