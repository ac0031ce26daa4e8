-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "edited_by_staff" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "comment_edit" (
    "id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "before" TEXT NOT NULL,
    "before_at" TIMESTAMPTZ(3),
    "before_by_staff" BOOLEAN NOT NULL,
    "was_public" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "comment_edit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "comment_edit_event_id_key" ON "comment_edit"("event_id");

-- CreateIndex
CREATE INDEX "comment_edit_comment_id_at_idx" ON "comment_edit"("comment_id", "at");

-- AddForeignKey
ALTER TABLE "comment_edit" ADD CONSTRAINT "comment_edit_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
