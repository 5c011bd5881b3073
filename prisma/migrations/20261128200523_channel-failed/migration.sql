-- AlterEnum
ALTER TYPE "message_kind" ADD VALUE 'channel_failed';
