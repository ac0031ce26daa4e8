-- CreateTable
CREATE TABLE "discussion_override" (
    "id" UUID NOT NULL,
    "post_id" UUID,
    "category_id" UUID,
    "comments_open" BOOLEAN,
    "commenters" TEXT,
    "moderation" TEXT,
    "close_after_days" INTEGER,
    "guidelines" TEXT,

    CONSTRAINT "discussion_override_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "discussion_override_post_id_key" ON "discussion_override"("post_id");

-- CreateIndex
CREATE UNIQUE INDEX "discussion_override_category_id_key" ON "discussion_override"("category_id");

-- AddForeignKey
ALTER TABLE "discussion_override" ADD CONSTRAINT "discussion_override_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discussion_override" ADD CONSTRAINT "discussion_override_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "category"("id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table discussion_override
  add constraint discussion_override_subject check (num_nonnulls(post_id, category_id) = 1),
  add constraint discussion_override_commenters check (commenters in ('everyone', 'proven', 'staff')),
  add constraint discussion_override_moderation check (moderation in ('hold', 'trusted', 'publish')),
  add constraint discussion_override_days check (close_after_days between 0 and 36500),
  add constraint discussion_override_guidelines check (char_length(guidelines) between 1 and 2000);
