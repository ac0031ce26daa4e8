-- AlterTable
ALTER TABLE "comment_edit" ADD COLUMN     "put_back_by" UUID;
