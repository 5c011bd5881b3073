-- AlterTable
ALTER TABLE "incident" ADD COLUMN     "acknowledged_on" INTEGER,
ADD COLUMN     "handled_after" INTEGER,
ADD COLUMN     "post_mortem" TEXT,
ADD COLUMN     "post_mortem_at" TIMESTAMPTZ(3),
ADD COLUMN     "post_mortem_by" INTEGER;

-- CreateTable
CREATE TABLE "incident_note" (
    "id" SERIAL NOT NULL,
    "incident_id" INTEGER NOT NULL,
    "user_id" INTEGER,
    "text" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "incident_note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "incident_note_incident_id_written_at_idx" ON "incident_note"("incident_id", "written_at");

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_acknowledged_on_fkey" FOREIGN KEY ("acknowledged_on") REFERENCES "channel"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_post_mortem_by_fkey" FOREIGN KEY ("post_mortem_by") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_note" ADD CONSTRAINT "incident_note_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_note" ADD CONSTRAINT "incident_note_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
