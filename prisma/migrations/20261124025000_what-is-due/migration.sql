-- What is due is found in the index alone, and a paused monitor is not in it. Prisma has no words for a partial index.
DROP INDEX "monitor_target_hash_idx";
CREATE INDEX "monitor_due_idx" ON "monitor"("target_hash", "interval_s", "id") WHERE "paused_at" IS NULL;
