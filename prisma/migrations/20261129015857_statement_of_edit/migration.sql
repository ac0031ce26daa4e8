-- AlterTable
ALTER TABLE "statement" ADD COLUMN     "is_edit" BOOLEAN NOT NULL DEFAULT false;
