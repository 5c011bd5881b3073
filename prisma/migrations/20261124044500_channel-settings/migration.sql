-- AlterEnum: each product of a chat is a kind of its own. No channel of the kind "chat" could be made.
DELETE FROM "channel" WHERE "kind" = 'chat';
ALTER TYPE "channel_kind" RENAME TO "channel_kind_old";
CREATE TYPE "channel_kind" AS ENUM ('email', 'sms', 'phone', 'slack', 'discord', 'teams', 'telegram', 'ntfy', 'pushover', 'pagerduty', 'opsgenie', 'webhook');
ALTER TABLE "channel" ALTER COLUMN "kind" TYPE "channel_kind" USING ("kind"::text::"channel_kind");
DROP TYPE "channel_kind_old";

-- AlterTable
ALTER TABLE "channel" ADD COLUMN "leads_to" TEXT NOT NULL DEFAULT '',
ADD COLUMN "secret" BYTEA,
ADD COLUMN "verified_at" TIMESTAMPTZ(3);
-- The channels there are were in use before addresses were confirmed, and stay so.
UPDATE "channel" SET "verified_at" = "created_at", "leads_to" = COALESCE("config" ->> 'address', '');

-- AlterTable
ALTER TABLE "delivery" ADD COLUMN "reference" TEXT;
