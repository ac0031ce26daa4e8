-- AlterTable
ALTER TABLE "gone_post" ADD COLUMN     "comments" INTEGER[] DEFAULT ARRAY[]::INTEGER[];
