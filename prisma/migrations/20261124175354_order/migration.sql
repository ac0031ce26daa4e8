-- DropIndex
DROP INDEX "post_tag_tag_id_post_id_idx";

-- AlterTable
ALTER TABLE "post_tag" ADD COLUMN     "published_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "tag_redirect" (
    "slug" TEXT NOT NULL,
    "tag_id" UUID NOT NULL,

    CONSTRAINT "tag_redirect_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "category_redirect" (
    "slug" TEXT NOT NULL,
    "category_id" UUID NOT NULL,

    CONSTRAINT "category_redirect_pkey" PRIMARY KEY ("slug")
);

-- CreateIndex
CREATE INDEX "tag_redirect_tag_id_idx" ON "tag_redirect"("tag_id");

-- CreateIndex
CREATE INDEX "category_redirect_category_id_idx" ON "category_redirect"("category_id");

-- CreateIndex
CREATE INDEX "post_tag_list" ON "post_tag"("tag_id", "published_at" DESC, "post_id" DESC);

-- CreateIndex
CREATE INDEX "tag_name_search" ON "tag" USING GIN ("name" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "tag_redirect" ADD CONSTRAINT "tag_redirect_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category_redirect" ADD CONSTRAINT "category_redirect_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "category"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What schema.prisma cannot say.
alter table tag_redirect add constraint tag_redirect_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 120);
alter table category_redirect
  add constraint category_redirect_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 120);

-- A tag's page reads its posts, newest first, from one index: so their date stands beside the tag, and follows the post.
create function date_post_tag() returns trigger language plpgsql as $$
begin
  new.published_at := (select published_at from post where id = new.post_id);
  return new;
end $$;
create trigger post_tag_dated before insert or update of post_id on post_tag for each row execute function date_post_tag();
create function date_post_tags() returns trigger language plpgsql as $$
begin
  update post_tag set published_at = new.published_at where post_id = new.id;
  return null;
end $$;
create trigger post_tags_dated after update of published_at on post
  for each row when (old.published_at is distinct from new.published_at) execute function date_post_tags();
update post_tag set published_at = (select published_at from post where id = post_tag.post_id);

-- A category's page: its posts, newest first.
create index post_category_list on post (category_id, published_at desc, id desc) where status = 'published';
