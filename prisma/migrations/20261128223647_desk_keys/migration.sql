-- AlterTable
ALTER TABLE "newsroom_user" ADD COLUMN     "desk_keys" JSONB;
