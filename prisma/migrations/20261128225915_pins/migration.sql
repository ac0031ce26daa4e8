-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "closed_at" TIMESTAMPTZ(3),
ADD COLUMN     "pinned_at" TIMESTAMPTZ(3);

-- What is shown first under a post.
CREATE INDEX "comment_pinned" ON "comment"("post_id", "pinned_at") WHERE "pinned_at" IS NOT NULL AND "status" = 'approved' AND "parent_id" IS NULL;

-- Only what begins a thread is pinned, or closed with all below it.
ALTER TABLE "comment" ADD CONSTRAINT "comment_thread_marks" CHECK ("root_id" IS NULL OR ("pinned_at" IS NULL AND "closed_at" IS NULL)) NOT VALID;
