-- CreateTable
CREATE TABLE "discussed_post" (
    "post_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "replies" INTEGER NOT NULL,

    CONSTRAINT "discussed_post_pkey" PRIMARY KEY ("post_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "discussed_post_position_key" ON "discussed_post"("position");

-- AddForeignKey
ALTER TABLE "discussed_post" ADD CONSTRAINT "discussed_post_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table discussed_post
  add constraint discussed_post_position check (position >= 0),
  add constraint discussed_post_replies check (replies > 0);

-- The public replies of the last days, to rank the posts by them.
create index comment_discussed on comment (created_at, post_id) where status = 'approved' and withdrawn_at is null;
