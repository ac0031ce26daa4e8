-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "deleted_by_staff" BOOLEAN NOT NULL DEFAULT false;
