-- CreateTable
CREATE TABLE "denied_target" (
    "id" SERIAL NOT NULL,
    "target" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "denied_target_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "denied_target_target_key" ON "denied_target"("target");
