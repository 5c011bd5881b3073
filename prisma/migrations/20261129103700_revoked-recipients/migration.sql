-- AlterEnum
ALTER TYPE "message_kind" ADD VALUE 'recipient_revoked';
