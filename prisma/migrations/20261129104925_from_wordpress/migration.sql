-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "wordpress_id" INTEGER;

-- AlterTable
ALTER TABLE "media" ADD COLUMN     "source_address" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "media_source_address_key" ON "media"("source_address");

-- Of few sites' comments, and of those it is looked up: by a link to `#comment-7`, and by an import that comes again.
create unique index comment_wordpress on comment (post_id, wordpress_id) where wordpress_id is not null;
